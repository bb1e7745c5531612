package house

import (
	"errors"
	"strings"

	"gouji/validate"
)

// Trial is what came of an example of an own rule.
type Trial struct {
	Example Example
	Passed  bool
	Said    []validate.Text // the rule's messages, one or none
	Silence validate.Text   // why it could say nothing: a blank cell, no report of last year …
	Broken  bool            // that is since the expression cannot be worked out
	Err     error           // the example is not in the facts notation
}

// Try runs the example of the rule, beside the whole catalogue.
func (own *Own) Try(e Example) Trial {
	t := Trial{Example: e}
	watched := *own.Rule
	watched.Check = func(s *validate.Subject) []validate.Finding {
		f, err := own.judge(s)
		t.Silence, t.Broken = reason(err)
		if f == nil {
			return nil
		}
		return []validate.Finding{*f}
	}
	findings, err := e.CheckWith(validate.Options{Rules: []*validate.Rule{&watched}})
	t.Err = err
	for _, f := range findings {
		if f.Rule == own.Rule.ID {
			t.Said = append(t.Said, f.Message)
		}
	}
	t.Passed = err == nil && t.fits()
	return t
}

// fits reports whether the rule said what the example asks for. A good example
// may leave it unable to judge, but not in trouble.
func (t *Trial) fits() bool {
	if !t.Example.Bad {
		return len(t.Said) == 0 && !t.Broken
	}
	for _, said := range t.Said {
		if strings.Contains(said.ZH, t.Example.Says) || strings.Contains(said.EN, t.Example.Says) {
			return true
		}
	}
	return false
}

// reason is why the rule said nothing, and whether that is its own fault.
func reason(err error) (why validate.Text, broken bool) {
	var quiet silence
	var cause trouble
	switch {
	case errors.As(err, &quiet):
		return quiet.why, false
	case errors.As(err, &cause):
		return cause.what, true
	}
	return validate.Text{}, false
}
