package house

import (
	"regexp"
	"strings"

	"cel.dev/cel-go/cel"
	"go.yaml.in/yaml/v3"

	"gouji/validate"
)

// Own is a rule that an office wrote itself.
type Own struct {
	Rule     *validate.Rule
	Examples []Example
	Line     int // of the file

	when    *expression
	says    message
	saysEN  message
	figures []string
}

// Example is a report in the facts notation that shows an own rule at work.
type Example struct {
	validate.Example
	Says string // what a message must hold, where the example asks for it
	Line int    // of the file
}

var (
	ownID   = regexp.MustCompile(`^[a-z]+(-[a-z0-9]+)+$`)
	ownCode = regexp.MustCompile(`^X\d\d$`)
)

func (c *Config) readOwn(s *source, n *yaml.Node) {
	s.items(n, func(item *yaml.Node) {
		own := &Own{Rule: &validate.Rule{Since: "gouji.yaml"}, Line: item.Line}
		rule := own.Rule
		s.mapping(item,
			key{name: "id", required: true, read: s.name(&rule.ID, ownID, saying("名称要用小写字母和连字符，如 local-carried-out", "an id has lower case letters and hyphens: local-carried-out"))},
			key{name: "code", required: true, read: s.name(&rule.Code, ownCode, saying("编号要写成 X01 到 X99", "a code is X01 to X99"))},
			key{name: "title", required: true, read: s.both(&rule.Title)},
			key{name: "severity", required: true, read: s.severity(&rule.Severity)},
			key{name: "ground", required: true, read: s.into(&rule.Ground.Clause)},
			key{name: "why", read: s.both(&rule.Why)},
			key{name: "todo", required: true, read: s.both(&rule.Mend)},
			key{name: "figures", read: s.figures(&own.figures)},
			key{name: "when", required: true, read: s.condition(own)},
			key{name: "message", required: true, read: s.message(&own.says)},
			key{name: "message-en", read: s.message(&own.saysEN)},
			key{name: "examples", required: true, read: s.examples(own)})
		rule.Ground.Basis = validate.Practice
		c.refuseTwins(s, item, own)
		if rule.Why.ZH == "" {
			rule.Why = rule.Title
		}
		rule.Check = func(subject *validate.Subject) []validate.Finding { return c.check(own, subject) }
		c.Own = append(c.Own, own)
	})
}

// refuseTwins: an id or a code names one rule only.
func (c *Config) refuseTwins(s *source, n *yaml.Node, own *Own) {
	if other := validate.Find(own.Rule.ID); other != nil {
		s.wrong(n, saying("%s 是自带规则 %s 的名称", "%s is the id of the catalogue's rule %s", own.Rule.ID, other.Code))
	}
	for _, other := range c.Own {
		if other.Rule.ID == own.Rule.ID || other.Rule.Code == own.Rule.Code {
			s.wrong(n, saying("名称或编号与第%d行的规则相同", "has the id or code of the rule in line %d", other.Line))
		}
	}
}

func (s *source) name(to *string, pattern *regexp.Regexp, otherwise validate.Text) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if *to = n.Value; !pattern.MatchString(n.Value) {
			s.wrong(n, otherwise)
		}
	}
}

// both reads a text that stands for both languages.
func (s *source) both(to *validate.Text) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s.into(&to.ZH)(n)
		to.EN = to.ZH
	}
}

func (s *source) figures(to *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s.items(n, func(item *yaml.Node) {
			var id string
			s.figure(&id)(item)
			*to = append(*to, id)
		})
	}
}

// condition reads the expression that says when there is something to find.
func (s *source) condition(own *Own) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var text string
		s.into(&text)(n)
		own.Rule.Formula = validate.Text{ZH: strings.Join(strings.Fields(text), " ")}
		if own.when = s.compile(n.Value, s.spotOf(n)); own.when == nil {
			return
		}
		if !own.when.result.IsExactType(cel.BoolType) {
			s.wrong(n, saying("when 要得出真或假，如 … > 3", "when must give true or false, such as … > 3"))
		}
		if own.when.names["previous"] || own.when.names["has_previous"] {
			own.Rule.Needs = append(own.Rule.Needs, validate.NeedsPrevious)
		}
		if own.when.names["kind"] {
			own.Rule.Needs = append(own.Rule.Needs, validate.NeedsRegister)
		}
	}
}

// examples reads a list of them, of each kind at least one.
func (s *source) examples(own *Own) func(*yaml.Node) {
	return func(n *yaml.Node) {
		kinds := map[bool]bool{}
		s.items(n, func(item *yaml.Node) {
			e := Example{Line: item.Line}
			var bad, good string
			s.mapping(item,
				key{name: "bad", read: s.into(&bad)},
				key{name: "good", read: s.into(&good)},
				key{name: "facts", required: true, read: s.into(&e.Facts)},
				key{name: "says", read: s.into(&e.Says)})
			e.Bad, e.Name = bad != "", bad+good
			if (bad == "") == (good == "") || good != "" && e.Says != "" {
				s.wrong(item, saying("例子要写 bad: 名称 或 good: 名称；只有 bad 可以写 says", "an example has bad: NAME or good: NAME; only a bad one has says"))
			}
			kinds[e.Bad] = true
			own.Examples = append(own.Examples, e)
			own.Rule.Own = append(own.Rule.Own, e.Example)
		})
		if !kinds[true] || !kinds[false] {
			s.wrong(n, saying("至少要有一个 bad 例子和一个 good 例子", "at least one bad and one good example are needed"))
		}
	}
}

// judge says what the rule finds. An error is silence or trouble.
func (own *Own) judge(s *validate.Subject) (*validate.Finding, error) {
	names := variables(s)
	value, err := own.when.eval(names)
	if err != nil || value.Value() != true {
		return nil, err
	}
	f := &validate.Finding{Figures: own.figures}
	if f.Message.ZH, err = own.says.write(names); err != nil {
		return nil, err
	}
	f.Message.EN = f.Message.ZH
	if own.saysEN.texts != nil {
		if f.Message.EN, err = own.saysEN.write(names); err != nil {
			return nil, err
		}
	}
	for _, id := range own.figures {
		if figure := s.Figure(id); figure != nil {
			f.Where = figure.Where
		}
	}
	return f, nil
}
