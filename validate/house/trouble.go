package house

import (
	"cmp"
	"errors"
	"slices"
	"sync"

	"gouji/validate"
)

// trouble is an expression that could not be worked out: it is too costly, or
// asks for the fourth of three. That is the rule's fault, not the report's.
type trouble struct{ what validate.Text }

func (t trouble) Error() string { return t.what.EN }

// Trouble is an own rule that could not be worked out on a report.
type Trouble struct {
	Rule *validate.Rule
	Path string // of the report
	What validate.Text
}

// troubles are noted while reports are checked by several goroutines.
type troubles struct {
	sync.Mutex
	list []Trouble
}

// check is the Check of an own rule.
func (c *Config) check(own *Own, s *validate.Subject) []validate.Finding {
	finding, err := own.judge(s)
	var cause trouble
	if errors.As(err, &cause) {
		c.troubles.Lock()
		defer c.troubles.Unlock()
		c.troubles.list = append(c.troubles.list, Trouble{own.Rule, s.Source.Path, cause.what})
	}
	if finding == nil {
		return nil
	}
	return []validate.Finding{*finding}
}

// Troubles returns what could not be worked out so far, by rule, then by report.
func (c *Config) Troubles() []Trouble {
	c.troubles.Lock()
	defer c.troubles.Unlock()
	list := slices.Clone(c.troubles.list)
	slices.SortFunc(list, func(a, b Trouble) int {
		return cmp.Or(cmp.Compare(a.Rule.Code, b.Rule.Code), cmp.Compare(a.Path, b.Path))
	})
	return list
}
