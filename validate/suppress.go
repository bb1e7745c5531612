package validate

import (
	"slices"
	"strings"

	"gouji/validate/register"
)

// Suppression is an office's decision to live with a finding of one report. The
// finding stays in the list and says so, but is not counted, and neither are
// those that follow from it.
type Suppression struct {
	File   string // the report's path or its end: 民政局/2024.docx; empty for any
	Organ  string // its organ; empty for any
	Year   int    // its year; 0 for any
	Rule   string // Rule.ID, or the code of a finding: A03
	Figure string // a cell that the finding is about; empty for any
	Reason string
	Until  string // the last day that it holds for: 2026-03-31
	Line   int    // of the file that says so
}

// suppress marks the findings that the office lives with. A cause stands
// before what follows from it (arrange).
func (s *Subject) suppress(list []Finding) {
	for i := range list {
		f := &list[i]
		for _, decision := range s.options.Suppress {
			if f.Suppressed == nil && decision.isAbout(f) && decision.isOf(s) {
				f.Suppressed = decision
			}
		}
		if f.Suppressed == nil && f.Cause >= 0 && list[f.Cause].Suppressed != nil {
			f.Suppressed = list[f.Cause].Suppressed
		}
	}
}

func (d *Suppression) isAbout(f *Finding) bool {
	return (d.Rule == f.Rule || d.Rule == f.Code) && (d.Figure == "" || slices.Contains(f.Figures, d.Figure))
}

// isOf reports whether the decision is about the report.
func (d *Suppression) isOf(s *Subject) bool {
	return (d.File == "" || endsPath(s.Source.Path, d.File)) &&
		(d.Organ == "" || s.isOrgan(d.Organ)) &&
		(d.Year == 0 || d.Year == s.Year)
}

// endsPath reports whether a path is the other or ends in it, folder by folder.
func endsPath(path, end string) bool {
	slashed := strings.NewReplacer(`\`, "/").Replace
	return strings.HasSuffix("/"+slashed(path), "/"+strings.TrimPrefix(slashed(end), "./"))
}

// isOrgan reports whether the report is of the organ, by its name or by one that
// the register knows it by.
func (s *Subject) isOrgan(name string) bool {
	unit := s.options.Register.Find(name)
	return register.Key(name) == register.Key(s.Organ) || unit != nil && unit == s.Unit
}
