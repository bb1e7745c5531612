package house

import (
	"regexp"
	"strings"

	"cel.dev/cel-go/cel"
	"go.yaml.in/yaml/v3"
)

// message is a text with expressions in it: 结转{{ figure("…") }}件.
type message struct {
	texts       []string // one more than expressions
	expressions []*expression
}

// placeholder is an expression in a message. Expressions hold no }}.
var placeholder = regexp.MustCompile(`(?s)\{\{(.*?)\}\}`)

// message reads a message template.
func (s *source) message(to *message) func(*yaml.Node) {
	return func(n *yaml.Node) {
		var text string
		s.into(&text)(n)
		at, from := s.spotOf(n), 0
		for _, m := range placeholder.FindAllStringSubmatchIndex(n.Value, -1) {
			to.texts = append(to.texts, n.Value[from:m[0]])
			to.expressions = append(to.expressions, s.shown(n.Value[m[2]:m[3]], at.inside(n.Value, m[2])))
			from = m[1]
		}
		if to.texts = append(to.texts, n.Value[from:]); strings.Contains(placeholder.ReplaceAllString(n.Value, ""), "{{") {
			s.wrong(n, saying("{{ 后面缺少 }}", "{{ without }}"))
		}
	}
}

// shown compiles an expression whose result a message can write.
func (s *source) shown(text string, at spot) *expression {
	e := s.compile(text, at)
	if e == nil {
		return nil
	}
	for _, fine := range []*cel.Type{cel.StringType, cel.IntType, cel.DoubleType, cel.BoolType} {
		if e.result.IsExactType(fine) {
			return e
		}
	}
	s.wrongAt(at.line, at.column, saying("{{ }} 里要得出数或文字", "{{ }} must give a number or a text"))
	return e
}

// write fills the template in.
func (m *message) write(variables map[string]any) (string, error) {
	var out strings.Builder
	for i, text := range m.texts {
		out.WriteString(text)
		if i == len(m.expressions) {
			break
		}
		value, err := m.expressions[i].eval(variables)
		if err != nil {
			return "", err
		}
		out.WriteString(written(value))
	}
	return strings.Join(strings.Fields(out.String()), " "), nil
}
