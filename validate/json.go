package validate

import (
	"gouji/parser"
	"gouji/parser/document"
)

// Record is a checked report, or the reason why there is none, as JSON of the
// schema gouji.check/1. Its fields stand in the order of the contract; fields
// are added at the end of their object, never changed.
type Record struct {
	Schema   string          `json:"schema"` // "gouji.check/1"
	Source   parser.Source   `json:"source"`
	Organ    *string         `json:"organ"`    // null when the title names none
	Year     *int            `json:"year"`     // null when unknown
	Template *string         `json:"template"` // null when no table tells
	Findings []recordFinding `json:"findings"`
	Summary  Summary         `json:"summary"`
	Error    *parser.Failure `json:"error"` // null when the report was read
	// Incomplete says what part of the file could not be read.
	Incomplete string `json:"incomplete,omitempty"`
	// Doubtful counts the figures that no rule could use because the reader
	// was not sure of them.
	Doubtful int `json:"doubtful,omitempty"`
}

// Summary counts findings by severity, those that follow from others included,
// those that the office lives with (Suppressed) left out.
type Summary struct {
	Error   int `json:"error"`
	Warning int `json:"warning"`
	Info    int `json:"info"`
}

type recordFinding struct {
	Rule     string         `json:"rule"`
	Code     string         `json:"code"`
	Severity Severity       `json:"severity"`
	Message  string         `json:"message"`
	Where    document.Place `json:"where"`
	Figures  []string       `json:"figures"`
	Got      *parser.Amount `json:"got,omitempty"`
	Want     *parser.Amount `json:"want,omitempty"`
	Suspect  *recordSuspect `json:"suspect,omitempty"`
	Title    string         `json:"title,omitempty"`    // the rule's
	Cause    *int           `json:"cause,omitempty"`    // index of the finding that this one follows from
	Other    *parser.Source `json:"other,omitempty"`    // the file that it compares the report with
	Passages []Parallel     `json:"passages,omitempty"` // of the report and that file, side by side
	// Suppressed says why the office lives with it.
	Suppressed *recordSuppression `json:"suppressed,omitempty"`
	// Suspects are the cells of the one smallest explanation of what is broken
	// together; Explanation tells it, or says why no cell is named.
	Suspects    []recordSuspect `json:"suspects,omitempty"`
	Explanation string          `json:"explanation,omitempty"`
}

type recordSuppression struct {
	Reason string `json:"reason"`
	Until  string `json:"until"` // the last day: 2026-03-31
}

type recordSuspect struct {
	Figure string        `json:"figure"`
	Value  parser.Amount `json:"value"`
}

// NewRecord makes the record of one file in a language, "zh" or "en": report
// is nil when failure is not.
func NewRecord(source parser.Source, report *parser.Report, findings []Finding, failure *document.Error, lang string) Record {
	record := Record{
		Schema: "gouji.check/1", Source: source, Error: parser.NewFailure(failure),
		Findings: []recordFinding{}, Summary: Summarize(findings),
	}
	for _, f := range findings {
		record.Findings = append(record.Findings, newRecordFinding(f, lang))
	}
	if report != nil {
		record.Organ, record.Year, record.Template = report.Identity()
		record.Incomplete, record.Doubtful = report.Incomplete, doubtful(report)
	}
	return record
}

// Summarize counts findings by severity.
func Summarize(findings []Finding) Summary {
	var s Summary
	for _, f := range findings {
		switch {
		case f.Suppressed != nil:
		case f.Severity == Error:
			s.Error++
		case f.Severity == Warning:
			s.Warning++
		case f.Severity == Info:
			s.Info++
		}
	}
	return s
}

func doubtful(report *parser.Report) int {
	number := 0
	for _, f := range report.Figures {
		if f.Doubt != "" {
			number++
		}
	}
	return number
}

func newRecordFinding(f Finding, lang string) recordFinding {
	record := recordFinding{
		Rule: f.Rule, Code: f.Code, Severity: f.Severity, Message: f.Message.In(lang), Where: f.Where,
		Figures: append([]string{}, f.Figures...), Got: amount(f.Got), Want: amount(f.Want), Title: title(f, lang),
		Other: f.Other, Passages: f.Passages,
	}
	if f.Suspect != nil {
		record.Suspect = &recordSuspect{f.Suspect.Figure, parser.Amount(f.Suspect.Value)}
	}
	for _, s := range f.Suspects {
		record.Suspects = append(record.Suspects, recordSuspect{s.Figure, parser.Amount(s.Value)})
	}
	record.Explanation = f.Explanation.In(lang)
	if f.Cause >= 0 {
		record.Cause = &f.Cause
	}
	if f.Suppressed != nil {
		record.Suppressed = &recordSuppression{f.Suppressed.Reason, f.Suppressed.Until}
	}
	return record
}

func amount(x *float64) *parser.Amount {
	if x == nil {
		return nil
	}
	a := parser.Amount(*x)
	return &a
}

func title(f Finding, lang string) string {
	if rule := RuleOf(f); rule != nil {
		return rule.Title.In(lang)
	}
	return ""
}

// In returns the sentence in a language: "en", or else Chinese.
func (t Text) In(lang string) string {
	if lang == "en" && t.EN != "" {
		return t.EN
	}
	return t.ZH
}
