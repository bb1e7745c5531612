package house

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"gouji/validate"
	"gouji/validate/register"
)

// source is a gouji.yaml while it is read: its lines, and all that is wrong
// with it so far.
type source struct {
	lines    []string
	problems register.Problems
}

// wrong notes what is wrong with a node.
func (s *source) wrong(n *yaml.Node, text validate.Text) {
	s.wrongAt(n.Line, n.Column, text)
}

func (s *source) wrongAt(line, column int, text validate.Text) {
	s.problems = append(s.problems, register.Problem{Line: line, Column: column, ZH: text.ZH, EN: text.EN})
}

// saying is a Text made of two formats that take the same arguments.
func saying(zh, en string, args ...any) validate.Text {
	return validate.Text{ZH: fmt.Sprintf(zh, args...), EN: fmt.Sprintf(en, args...)}
}

// key is a key that a mapping may have.
type key struct {
	name     string
	required bool
	read     func(*yaml.Node)
}

// mapping reads a mapping all of whose keys are known.
func (s *source) mapping(n *yaml.Node, keys ...key) {
	seen := map[string]bool{}
	s.entries(n, func(name, value *yaml.Node) {
		k := find(keys, name.Value)
		if k == nil {
			s.wrong(name, saying("没有 %s 这个键，可用：%s", "no key %s; there are: %s", name.Value, names(keys)))
			return
		}
		seen[k.name] = true
		k.read(value)
	})
	for _, k := range keys {
		if (n.Kind == yaml.MappingNode || isNull(n)) && k.required && !seen[k.name] {
			s.wrong(n, saying("缺少 %s", "%s is missing", k.name))
		}
	}
}

func find(keys []key, name string) *key {
	for i := range keys {
		if keys[i].name == name {
			return &keys[i]
		}
	}
	return nil
}

func names(keys []key) string {
	var list []string
	for _, k := range keys {
		list = append(list, k.name)
	}
	return strings.Join(list, ", ")
}

// entries gives the keys of a mapping with their values, each key once. A block
// of which all is commented out is empty.
func (s *source) entries(n *yaml.Node, each func(name, value *yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.MappingNode {
		s.wrong(n, saying("这里要写成“键: 值”", "a mapping belongs here: key: value"))
		return
	}
	lines := map[string]int{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if line, twice := lines[name.Value]; twice {
			s.wrong(name, saying("%s 在第%d行已经写过", "%s stands in line %d already", name.Value, line))
			continue
		}
		lines[name.Value] = name.Line
		each(name, value)
	}
}

// items gives the items of a list.
func (s *source) items(n *yaml.Node, each func(*yaml.Node)) {
	if isNull(n) {
		return
	}
	if n.Kind != yaml.SequenceNode {
		s.wrong(n, saying("这里要写成列表，每项以“- ”开头", "a list belongs here: each item begins with \"- \""))
		return
	}
	for _, item := range n.Content {
		each(item)
	}
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// into reads a text that is not empty.
func (s *source) into(to *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		*to = strings.TrimSpace(n.Value)
		if n.Kind != yaml.ScalarNode || *to == "" {
			s.wrong(n, saying("这里要写文字", "a text belongs here"))
		}
	}
}

// texts reads a list of texts.
func (s *source) texts(to *[]string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		s.items(n, func(item *yaml.Node) {
			var text string
			s.into(&text)(item)
			*to = append(*to, text)
		})
	}
}

// number reads a number that is not negative.
func (s *source) number(to *float64) func(*yaml.Node) {
	return func(n *yaml.Node) {
		value, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsInf(value, 0) || !(value >= 0) {
			s.wrong(n, saying("这里要写不小于0的数，如 0.3", "a number that is not negative belongs here, such as 0.3"))
			return
		}
		*to = value
	}
}

// severity reads a severity by either name.
func (s *source) severity(to *validate.Severity) func(*yaml.Node) {
	return func(n *yaml.Node) {
		known, ok := map[string]validate.Severity{
			"error": validate.Error, "错误": validate.Error,
			"warning": validate.Warning, "警告": validate.Warning,
			"info": validate.Info, "提示": validate.Info,
		}[n.Value]
		if *to = known; !ok {
			*to = validate.Severity(n.Value)
			s.wrong(n, saying("没有“%s”这个级别，可用：error（错误）、warning（警告）、info（提示）", "no severity %q; there are: error, warning, info", n.Value))
		}
	}
}

// date reads a calendar day: 2026-03-31.
func (s *source) date(to *string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if _, err := time.Parse(time.DateOnly, n.Value); err != nil {
			s.wrong(n, saying("这里要写日期，如 2026-03-31", "a date belongs here, such as 2026-03-31"))
		}
		*to = n.Value
	}
}
