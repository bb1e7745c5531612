package house

import (
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"gouji/parser/form"
	"gouji/validate"
)

func (c *Config) readSuppress(s *source, n *yaml.Node) {
	s.items(n, func(item *yaml.Node) {
		d := &validate.Suppression{Line: item.Line}
		s.mapping(item,
			key{name: "file", read: s.into(&d.File)},
			key{name: "organ", read: s.into(&d.Organ)},
			key{name: "year", read: s.year(&d.Year)},
			key{name: "rule", required: true, read: c.suppressed(s, &d.Rule)},
			key{name: "figure", read: s.figure(&d.Figure)},
			key{name: "reason", required: true, read: s.into(&d.Reason)},
			key{name: "until", required: true, read: s.date(&d.Until)})
		if item.Kind == yaml.MappingNode && d.File == "" && (d.Organ == "" || d.Year == 0) {
			s.wrong(item, saying("要写明哪一份报告：file，或者 organ 和 year", "say which report: file, or organ and year"))
		}
		c.Suppress = append(c.Suppress, d)
	})
}

// suppressed reads the rule whose finding is meant: one of a family by its code.
func (c *Config) suppressed(s *source, to *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		for _, own := range c.Own {
			if n.Value == own.Rule.ID || strings.EqualFold(n.Value, own.Rule.Code) {
				*to = own.Rule.ID
				return
			}
		}
		rule := validate.Find(n.Value)
		switch {
		case rule == nil:
			s.wrong(n, noRule(n.Value))
		case n.Value == rule.ID || strings.EqualFold(n.Value, rule.Code):
			*to = rule.ID
		default:
			*to = strings.ToUpper(n.Value)
		}
	}
}

func (s *source) year(to *int) func(*yaml.Node) {
	return func(n *yaml.Node) {
		year, err := strconv.Atoi(n.Value)
		if err != nil || year < 1900 || year > 2999 {
			s.wrong(n, saying("这里要写年份，如 2024", "a year belongs here, such as 2024"))
		}
		*to = year
	}
}

// figure reads the id of a cell of the form.
func (s *source) figure(to *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if *to = n.Value; !isFigure(n.Value) {
			s.wrong(n, noFigure(n.Value))
		}
	}
}

func isFigure(id string) bool { _, ok := form.Find(id); return ok }

func noFigure(id string) validate.Text {
	return saying("没有 %s 这一格，名称见 gouji parse 的输出", "no cell %s; gouji parse prints their names", id)
}

// Expired returns the suppressions whose last day is before today.
func (c *Config) Expired(today time.Time) []*validate.Suppression {
	day := today.Format(time.DateOnly)
	var list []*validate.Suppression
	for _, d := range c.Suppress {
		if d.Until < day {
			list = append(list, d)
		}
	}
	return list
}

// Options are the house rules as a run takes them. What is expired today is
// left out. Call it once a run.
func (c *Config) Options(today time.Time) validate.Options {
	o := validate.Options{
		Off: map[string]bool{}, Severities: map[string]validate.Severity{}, Limits: map[string]float64{},
		Deadlines: c.deadlines, Topics: c.topics,
	}
	for _, change := range c.Switched {
		if change.Off {
			o.Off[change.Rule.ID] = true
		} else {
			o.Severities[change.Rule.ID] = change.Severity
		}
	}
	for _, l := range c.Limits {
		o.Limits[l.Limit.Name] = l.Value
	}
	for _, own := range c.Own {
		o.Rules = append(o.Rules, own.Rule)
	}
	day := today.Format(time.DateOnly)
	for _, d := range c.Suppress {
		if d.Until >= day {
			o.Suppress = append(o.Suppress, d)
		}
	}
	return o
}
