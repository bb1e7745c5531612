package house

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"gouji/validate"
	"gouji/validate/register"
)

// Switch is what an office says of a rule of the catalogue.
type Switch struct {
	Rule     *validate.Rule
	Off      bool
	Severity validate.Severity // empty when it weighs as ever
	Reason   string
}

// Limit is a threshold that an office sets otherwise.
type Limit struct {
	Limit  *validate.Limit
	Value  float64
	Reason string
}

func (c *Config) readCatalogue(s *source, n *yaml.Node) {
	s.entries(n, func(name, value *yaml.Node) {
		change := Switch{Rule: s.catalogueRule(name)}
		s.mapping(value,
			key{name: "off", read: s.off(&change.Off)},
			key{name: "severity", read: s.severity(&change.Severity)},
			key{name: "reason", required: true, read: s.into(&change.Reason)})
		if value.Kind == yaml.MappingNode && change.Off == (change.Severity != "") {
			s.wrong(name, saying("要写 off: true 或 severity: …，两者之一", "either off: true or severity: … belongs here"))
		}
		if change.Rule != nil {
			c.Switched = append(c.Switched, change)
		}
	})
}

// off reads the only thing that off can be.
func (s *source) off(to *bool) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if *to = true; n.Value != "true" {
			s.wrong(n, saying("off 只能是 true；不停用就删去这一条", "off can only be true; leave the entry out otherwise"))
		}
	}
}

// catalogueRule finds the rule that a node names.
func (s *source) catalogueRule(n *yaml.Node) *validate.Rule {
	rule := validate.Find(n.Value)
	if rule == nil {
		s.wrong(n, noRule(n.Value))
		return nil
	}
	if n.Value != rule.ID && !strings.EqualFold(n.Value, rule.Code) {
		s.wrong(n, saying("%s 是 %s 里的一个，只能整组写：%[3]s", "%s is one of %s, which can only be set together: %[3]s", n.Value, rule.Code, rule.ID))
	}
	return rule
}

func noRule(name string) validate.Text {
	for _, o := range validate.OmittedRules() {
		if strings.EqualFold(o.Code, name) {
			return saying("%s 本来就不检查", "%s is not checked anyway", o.Code)
		}
	}
	return saying("没有 %s 这条规则，全部规则见 gouji rules", "no rule %s; see: gouji rules", name)
}

func (c *Config) readLimits(s *source, n *yaml.Node) {
	s.entries(n, func(name, value *yaml.Node) {
		set := Limit{Limit: limitOf(name.Value)}
		if set.Limit == nil {
			s.wrong(name, saying("没有 %s 这个界限，可用：%s", "no limit %s; there are: %s", name.Value, strings.Join(limitNames(), ", ")))
		}
		s.mapping(value,
			key{name: "value", required: true, read: s.number(&set.Value)},
			key{name: "reason", required: true, read: s.into(&set.Reason)})
		if set.Limit != nil && set.Limit.Unit == "share" && set.Value > 1 {
			s.wrong(value, saying("%s 是比例，不能大于1", "%s is a share and cannot be above 1", name.Value))
		}
		c.Limits = append(c.Limits, set)
	})
}

func limitOf(name string) *validate.Limit {
	for _, rule := range validate.Rules() {
		for _, l := range rule.Limits {
			if l.Name == name {
				return l
			}
		}
	}
	return nil
}

// limitNames are the thresholds of the catalogue in its order.
func limitNames() []string {
	var list []string
	seen := map[string]bool{}
	for _, rule := range validate.Rules() {
		for _, l := range rule.Limits {
			if !seen[l.Name] {
				list = append(list, l.Name)
			}
			seen[l.Name] = true
		}
	}
	return list
}

// kinds are the kinds of unit that may have a deadline of their own.
var kinds = []register.Kind{register.Government, register.Office, register.Department, register.Township, register.Authorised}

func (c *Config) readDeadlines(s *source, n *yaml.Node) {
	var keys []key
	for _, kind := range kinds {
		keys = append(keys, key{name: string(kind), read: func(value *yaml.Node) {
			var reason string
			var day register.Day
			s.mapping(value,
				key{name: "date", required: true, read: s.day(&day)},
				key{name: "reason", required: true, read: s.into(&reason)})
			c.deadlines[kind] = day
		}})
	}
	s.mapping(n, keys...)
}

// day reads a day of the year: 01-31, or 1月31日.
func (s *source) day(to *register.Day) func(*yaml.Node) {
	return func(n *yaml.Node) {
		day, ok := register.ParseDay(n.Value)
		if *to = day; !ok {
			s.wrong(n, saying("这里要写月和日，如 01-31 或 1月31日", "a month and a day belong here, such as 01-31"))
		}
	}
}

func (c *Config) readTopics(s *source, n *yaml.Node) {
	s.items(n, func(item *yaml.Node) {
		var topic validate.Topic
		var reason string
		s.mapping(item,
			key{name: "name", required: true, read: s.into(&topic.Name)},
			key{name: "words", required: true, read: s.texts(&topic.Words)},
			key{name: "reason", required: true, read: s.into(&reason)})
		c.topics = append(c.topics, topic)
	})
}
