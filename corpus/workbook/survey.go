package workbook

import (
	"fmt"
	"strings"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/mend"
)

// survey is what must be known of a run before the first row is written.
type survey struct {
	files, failed    int
	errors, warnings int // reports, by the worst that is said of them
	found            validate.Summary
	doubts           int // figures that were not read for sure
	editions         map[form.Edition]bool
	widest           map[string]int // the longest number of each figure, in characters
}

func newSurvey() *survey { return &survey{editions: map[form.Edition]bool{}, widest: map[string]int{}} }

func (s *survey) add(r corpus.Result) error {
	items := mend.Items(r.Findings)
	sum := mend.Tally(items)
	s.found.Error += sum.Error
	s.found.Warning += sum.Warning
	s.found.Info += sum.Info
	if r.Source.Format == corpus.Register {
		return nil
	}
	s.files++
	if r.Err != nil || r.Report == nil {
		s.failed++
		return nil
	}
	switch {
	case sum.Error > 0:
		s.errors++
	case sum.Warning > 0:
		s.warnings++
	}
	s.doubts += len(mend.Doubtful(r.Report))
	s.seen(r.Report)
	return nil
}

// seen notes which editions of the form a report uses, and how long its numbers are.
func (s *survey) seen(r *parser.Report) {
	for i := range r.Figures {
		if f := &r.Figures[i]; f.State == parser.Number {
			s.widest[f.ID] = max(s.widest[f.ID], len(validate.Number(f.Value)))
		}
	}
	for _, t := range r.Tables {
		for _, b := range t.Blocks {
			s.editions[b.Edition] = true
		}
		s.editions[t.Edition] = true
	}
}

// words is the survey in a line.
func (s *survey) words() string {
	parts := []string{fmt.Sprintf("共 %d 份报告", s.files)}
	add := func(number int, format string) {
		if number > 0 {
			parts = append(parts, fmt.Sprintf(format, number))
		}
	}
	add(s.failed, "没能读取 %d 份")
	add(s.errors, "有错误 %d 份")
	add(s.warnings, "有警告 %d 份")
	add(s.found.Error, "错误 %d 处")
	add(s.found.Warning, "警告 %d 处")
	add(s.found.Info, "提示 %d 处")
	add(s.doubts, "没有读准 %d 格（存疑）")
	return strings.Join(parts, "，")
}
