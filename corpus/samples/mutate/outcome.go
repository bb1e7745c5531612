package main

import (
	"fmt"
	"math/bits"
	"strings"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/form"
	"gouji/validate"
)

// outcome is what became of a mutant, the worst of its figures counting.
type outcome int

// From the worst to the best.
const (
	crashed    outcome = iota // the program panicked on the way
	hung                      // the deadline passed
	silent                    // a figure is another, sure, and no finding names it
	retyped                   // that is: one bit made one digit another, where nothing could tell
	found                     // a figure is another, sure, and a new finding names it
	lost                      // a figure is gone, and no doubt, no finding says that anything is wrong
	told                      // a figure is no number any more, or it is gone and that is said
	incomplete                // the report says that part of the file was not read
	doubtful                  // figures are in doubt that were not
	equal                     // all figures are the same and as sure as before
	refused                   // no report, for a reason of a known kind
	outcomes
)

var outcomeNames = [outcomes]string{"crashed", "hung", "SILENT", "retyped", "found", "lost", "told", "incomplete", "doubtful", "equal", "refused"}

// seen is what the program made of a file.
type seen struct {
	result   corpus.Result
	findings []validate.Finding
	panicked any // in the check
}

// judge compares what was read of a mutant with what was read of the file; the
// details name the figures that are silently others.
func judge(before, after *seen) (outcome, string) {
	switch err := after.result.Err; {
	case after.panicked != nil:
		return crashed, fmt.Sprint(after.panicked)
	case err == nil:
		return compare(before, after)
	case strings.Contains(err.Message, "internal error"):
		return crashed, err.Message
	case err.Kind == document.Timeout:
		return hung, err.Message
	}
	return refused, ""
}

// worst is the worst that befell a report, and what there is to tell of it.
type worst struct {
	outcome
	details string
}

func (w *worst) note(o outcome, detail string) {
	if w.outcome = min(w.outcome, o); o <= lost {
		w.details += " " + detail
	}
}

// compare looks for the worst that befell a figure.
func compare(before, after *seen) (outcome, string) {
	w := &worst{outcome: equal}
	was, is := figures(before.result.Report), figures(after.result.Report)
	news := newFindings(before.findings, after.findings)
	for i := range after.result.Report.Figures {
		f := &after.result.Report.Figures[i]
		w.figure(was[f.ID], f, news)
	}
	missing := 0
	for _, f := range before.result.Report.Figures {
		if is[f.ID] == nil {
			missing++
		}
	}
	if partial := after.result.Report.Incomplete; partial != "" && partial != before.result.Report.Incomplete {
		w.note(incomplete, "")
	} else if missing > 0 && (len(news) > 0 || w.outcome == doubtful) {
		w.note(told, "")
	} else if missing > 0 {
		w.note(lost, fmt.Sprintf("%d figures gone", missing))
	}
	if w.outcome == silent && retypedOnly(before, after) {
		w.outcome = retyped
	}
	if w.outcome <= retyped {
		return w.outcome, fmt.Sprintf(" (%d new findings)%s", len(news), w.details)
	}
	return w.outcome, w.details
}

// figure notes what became of a figure; old is nil for one that was not there.
func (w *worst) figure(old, f *parser.Figure, news []validate.Finding) {
	switch same := old != nil && old.State == f.State && old.Value == f.Value; {
	case f.Doubt != "" && (old == nil || old.Doubt == ""):
		w.note(doubtful, "")
	case !same && f.State == parser.Bad:
		w.note(told, "")
	case !same && f.Doubt == "" && named(news, f.ID):
		w.note(found, change(old, f))
	case !same && f.Doubt == "":
		w.note(silent, change(old, f))
	}
}

// retypedOnly reports whether all that differs is one digit of one figure, by one
// bit, in a format without checksums and a cell that no sum of the form covers: the
// file is that of a report whose author typed the other digit.
func retypedOnly(before, after *seen) bool {
	was, is := before.result.Report, after.result.Report
	if len(was.Figures) != len(is.Figures) || guarded[is.Source.Format] {
		return false
	}
	changed := 0
	for i := range was.Figures {
		old, f := &was.Figures[i], &is.Figures[i]
		if old.ID != f.ID {
			return false
		}
		if old.Raw != f.Raw {
			changed++
			if strings.HasPrefix(f.ID, form.Applications) || strings.HasPrefix(f.ID, form.Remedies) || !oneDigit(old.Raw, f.Raw) {
				return false
			}
		}
	}
	return changed == 1
}

// guarded are the formats whose text is packed with a checksum.
var guarded = map[document.Format]bool{document.DOCX: true, document.ODT: true, document.OFD: true, document.PDF: true}

// oneDigit reports whether one bit makes one digit of a another and b of it.
func oneDigit(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	flipped := 0
	for i := range len(a) {
		if a[i] != b[i] {
			flipped += bits.OnesCount8(a[i] ^ b[i])
			if min(a[i], b[i]) < '0' || max(a[i], b[i]) > '9' {
				return false
			}
		}
	}
	return flipped == 1
}

func figures(r *parser.Report) map[string]*parser.Figure {
	all := map[string]*parser.Figure{}
	for i := range r.Figures {
		all[r.Figures[i].ID] = &r.Figures[i]
	}
	return all
}

func change(old, f *parser.Figure) string {
	if old == nil {
		return fmt.Sprintf("%s: – → %s", f.ID, shown(f))
	}
	return fmt.Sprintf("%s: %s → %s", f.ID, shown(old), shown(f))
}

func shown(f *parser.Figure) string {
	if f.State == parser.Number {
		return fmt.Sprintf("%v (%q)", f.Value, f.Raw)
	}
	return fmt.Sprintf("%s (%q)", f.State, f.Raw)
}

// newFindings are those, hints left out, that the file as it was does not have.
func newFindings(before, after []validate.Finding) []validate.Finding {
	known := map[string]bool{}
	for _, f := range before {
		known[f.Rule+f.Message.EN] = true
	}
	var news []validate.Finding
	for _, f := range after {
		if f.Severity != validate.Info && !known[f.Rule+f.Message.EN] {
			news = append(news, f)
		}
	}
	return news
}

func named(findings []validate.Finding, id string) bool {
	for _, f := range findings {
		for _, figure := range f.Figures {
			if figure == id {
				return true
			}
		}
	}
	return false
}
