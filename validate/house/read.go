package house

import (
	"cmp"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/validate"
	"gouji/validate/register"
)

// Config is what a gouji.yaml says.
type Config struct {
	Path     string
	Switched []Switch // rules of the catalogue that are off or weigh otherwise, in the order of the file
	Limits   []Limit  // in the order of the file
	Suppress []*validate.Suppression
	Own      []*Own // the office's own rules, in the order of the file

	deadlines map[register.Kind]register.Day
	topics    []validate.Topic
	troubles  troubles
}

// Read reads a gouji.yaml. The path is kept for messages, it is not opened. An
// error is register.Problems: all that is wrong with the file, with lines and
// columns in characters, not only the first.
func Read(path string, data []byte) (*Config, error) {
	c := &Config{Path: path, deadlines: map[register.Kind]register.Day{}}
	s := &source{}
	if root := s.parse(data); root != nil {
		c.read(s, root)
	}
	if len(s.problems) > 0 {
		slices.SortStableFunc(s.problems, func(a, b register.Problem) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		return nil, s.problems
	}
	return c, nil
}

func (c *Config) read(s *source, root *yaml.Node) {
	s.mapping(root,
		key{name: "catalogue", read: func(n *yaml.Node) { c.readCatalogue(s, n) }},
		key{name: "limits", read: func(n *yaml.Node) { c.readLimits(s, n) }},
		key{name: "deadlines", read: func(n *yaml.Node) { c.readDeadlines(s, n) }},
		key{name: "topics", read: func(n *yaml.Node) { c.readTopics(s, n) }},
		key{name: "rules", read: func(n *yaml.Node) { c.readOwn(s, n) }},
		key{name: "suppress", read: func(*yaml.Node) {}},
	)
	s.entries(root, func(name, value *yaml.Node) {
		if name.Value == "suppress" { // after rules, which it may name
			c.readSuppress(s, value)
		}
	})
}

// maxSize is more than any office writes, in bytes.
const maxSize = 1 << 20

// parse gives the top node of the one document, nil when the file is no YAML or
// says nothing.
func (s *source) parse(data []byte) *yaml.Node {
	if len(data) > maxSize {
		s.wrongAt(1, 1, saying("文件太大，不像是 gouji.yaml", "too large for a gouji.yaml"))
		return nil
	}
	if !utf8.Valid(data) { // Notepad on Chinese Windows saves GBK
		if text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data); err == nil {
			data = text
		}
	}
	s.lines = strings.Split(strings.ReplaceAll(strings.TrimPrefix(string(data), "\uFEFF"), "\r\n", "\n"), "\n")
	decoder := yaml.NewDecoder(strings.NewReader(strings.Join(s.lines, "\n")))
	var root, second yaml.Node
	err := decoder.Decode(&root)
	if errors.Is(err, io.EOF) {
		return nil
	}
	if err == nil {
		if decoder.Decode(&second) == nil {
			s.wrong(&second, saying("文件里只能有一份内容，不能用 --- 分开写", "only one document, no second after ---"))
		}
		s.refuseAliases(&root)
	}
	if err != nil {
		s.noYAML(err)
		return nil
	}
	return root.Content[0]
}

// refuseAliases: a file that repeats itself by reference cannot be read by eye.
func (s *source) refuseAliases(n *yaml.Node) {
	if n.Kind == yaml.AliasNode {
		s.wrong(n, saying("不能用 *%s 引用，请直接写出", "no alias *%s here, write it out", n.Value))
	}
	for _, child := range n.Content {
		s.refuseAliases(child)
	}
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

// noYAML says why the file is no YAML; the library tells the line in its message.
func (s *source) noYAML(err error) {
	line, why := 1, strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(err.Error()); m != nil {
		line, _ = strconv.Atoi(m[1])
		why = m[2]
	}
	hint := "检查缩进、冒号后的空格和引号"
	if line <= len(s.lines) && strings.Contains(s.lines[line-1], "\t") {
		hint = "缩进要用空格，不能用制表符（Tab）"
	}
	s.wrongAt(line, 1, validate.Text{ZH: "不是正确的 YAML，" + hint + "（" + why + "）", EN: "not YAML: " + why})
}
