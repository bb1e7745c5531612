package docx

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"gouji/parser/document"
)

// space is a namespace that the reader knows; transitional and strict OOXML
// name the same one differently.
type space int

const (
	foreign  space = iota // any other
	word                  // w: text
	compat                // mc: AlternateContent
	drawing               // a: pictures
	wordDraw              // wp: where a drawing stands
	vml                   // v: drawings of old
)

var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           word,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       word,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            compat,
	"http://schemas.openxmlformats.org/drawingml/2006/main":                  drawing,
	"http://purl.oclc.org/ooxml/drawingml/main":                              drawing,
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": wordDraw,
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             wordDraw,
	"urn:schemas-microsoft-com:vml":                                          vml,
}

// scanner walks the elements of one XML part.
//
// It stands in for encoding/xml, which reads 27 MB a second: 9 ms for the
// 250 KB of a report from WPS, twice what a whole report may take. It knows
// no DTD, so that no entity can expand, and no encoding but UTF-8 (see
// decode). The tests hold it against encoding/xml.
type scanner struct {
	ctx   context.Context
	part  string // the part's name, for messages
	src   string
	pos   int
	limit int // deepest nesting of elements
	ticks int

	// The element that was entered last.
	space space
	local string // its name without prefix
	attrs string // its attributes as written
	chars string // the text that was read last, as written

	open     []string  // qualified names of the open elements
	closing  bool      // the last element was <empty/>
	skimming bool      // names are not resolved
	bindings []binding // innermost last
	prefix   string    // the prefix that was looked up last, and its space
	found    space
	err      *document.Error
}

type binding struct {
	prefix string
	space  space
	depth  int
}

type token int

const (
	none token = iota // end of the part, or an error
	start
	end
	text
	verbatim // text in which & has no meaning: CDATA
)

func newScanner(ctx context.Context, part, src string, limits Limits) *scanner {
	return &scanner{ctx: ctx, part: part, src: src, limit: limits.Depth, found: -1}
}

// root enters the part's outermost element.
func (s *scanner) root() bool {
	for {
		switch s.next() {
		case start:
			return true
		case none:
			return false
		}
	}
}

// each visits the children of the element that was entered last. What a visit
// leaves unread of its child is skipped.
func (s *scanner) each(visit func()) {
	for depth := len(s.open); ; {
		switch s.next() {
		case start:
			child := len(s.open)
			visit()
			s.leave(child)
		case end:
			if len(s.open) < depth {
				return
			}
		case none:
			return
		}
	}
}

// leave skips to the end of the element at the depth. Names in it are of no
// interest, and most of a file is skipped.
func (s *scanner) leave(depth int) {
	s.skimming = true
	for len(s.open) >= depth && s.next() != none {
	}
	s.skimming = false
}

// content is the text of the element that was entered last, its children left out.
func (s *scanner) content() string {
	var pieces []string
	for depth := len(s.open); ; {
		own := len(s.open) == depth
		switch token := s.next(); {
		case token == text && own:
			pieces = append(pieces, s.unescape(s.chars))
		case token == verbatim && own:
			pieces = append(pieces, s.chars)
		case token == none, token == end && len(s.open) < depth:
			return strings.Join(pieces, "")
		}
	}
}

// next reads one token. After an error there is none.
func (s *scanner) next() token {
	if s.err != nil || s.late() {
		return none
	}
	if s.closing {
		s.closing = false
		s.pop()
		return end
	}
	for s.pos < len(s.src) && s.err == nil {
		rest := s.src[s.pos:]
		if rest[0] != '<' {
			return s.characters(rest)
		}
		switch {
		case strings.HasPrefix(rest, "</"):
			return s.endTag(rest)
		case strings.HasPrefix(rest, "<!--"):
			s.skipPast("-->")
		case strings.HasPrefix(rest, "<?"):
			s.skipPast("?>")
		case strings.HasPrefix(rest, "<![CDATA["):
			return s.cdata(rest)
		case strings.HasPrefix(rest, "<!"):
			// Billion laughs: nothing that Word writes has a DTD.
			s.fail(document.Corrupt, "带有 DTD 声明，Word 文件不允许")
		default:
			return s.startTag(rest)
		}
	}
	if s.err == nil && len(s.open) > 0 {
		s.fail(document.Corrupt, "在 <%s> 里中断，文件不完整", s.open[len(s.open)-1])
	}
	return none
}

// late reports whether the time is up; the clock is asked now and then only.
func (s *scanner) late() bool {
	if s.ticks++; s.ticks%4096 != 0 || s.ctx.Err() == nil {
		return false
	}
	s.err = document.TimedOut(s.ctx)
	return true
}

func (s *scanner) characters(rest string) token {
	size := strings.IndexByte(rest, '<')
	if size < 0 {
		size = len(rest)
	}
	s.chars, s.pos = rest[:size], s.pos+size
	return text
}

func (s *scanner) cdata(rest string) token {
	from := s.pos + len("<![CDATA[")
	if !s.skipPast("]]>") {
		return none
	}
	s.chars = s.src[from : s.pos-len("]]>")]
	return verbatim
}

func (s *scanner) skipPast(mark string) bool {
	at := strings.Index(s.src[s.pos:], mark)
	if at < 0 {
		s.fail(document.Corrupt, "缺少 %s，文件不完整", mark)
		return false
	}
	s.pos += at + len(mark)
	return true
}

func (s *scanner) endTag(rest string) token {
	size := strings.IndexByte(rest, '>')
	if size < 0 || len(s.open) == 0 || strings.TrimRight(rest[2:size], " \t\r\n") != s.open[len(s.open)-1] {
		s.fail(document.Corrupt, "标签不配对")
		return none
	}
	s.pos += size + 1
	s.pop()
	return end
}

func (s *scanner) pop() {
	depth := len(s.open)
	for n := len(s.bindings); n > 0 && s.bindings[n-1].depth == depth; n-- {
		s.bindings, s.found = s.bindings[:n-1], -1
	}
	s.open = s.open[:depth-1]
}

func (s *scanner) startTag(rest string) token {
	nameEnd, size := tagEnds(rest)
	if size < 2 {
		s.fail(document.Corrupt, "标签不完整")
		return none
	}
	if len(s.open) == s.limit {
		s.exceed(document.Depth, "标签嵌套超过 %d 层", s.limit)
		return none
	}
	s.pos += size + 1
	if s.closing = rest[size-1] == '/'; s.closing {
		size--
		nameEnd = min(nameEnd, size)
	}
	s.open, s.attrs = append(s.open, rest[1:nameEnd]), rest[nameEnd:size]
	if !s.skimming {
		s.bind()
		s.resolve(rest[1:nameEnd])
	}
	return start
}

// tagEnds are the places where the name of the tag at the start of s ends, and
// the tag itself: at a > that is not in a quoted attribute. The second is -1
// when there is none.
func tagEnds(s string) (name, tag int) {
	var quote byte
	for i := 1; i < len(s); i++ {
		switch c := s[i]; {
		case c == '<':
			return 0, -1
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			if name == 0 {
				name = i
			}
			return name, i
		case name == 0 && (c == ' ' || c == '\t' || c == '\r' || c == '\n'):
			name = i
		}
	}
	return 0, -1
}

// maxBindings is how many namespaces may be in scope; Word declares some forty.
const maxBindings = 1000

func (s *scanner) bind() {
	if !strings.Contains(s.attrs, "xmlns") {
		return
	}
	for rest := s.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			return
		}
		if len(s.bindings) == maxBindings {
			s.exceed(document.Content, "命名空间超过 %d 个", maxBindings)
			return
		}
		rest = after
		if prefix, isNamespace := strings.CutPrefix(name, "xmlns"); isNamespace {
			prefix = strings.TrimPrefix(prefix, ":")
			s.bindings = append(s.bindings, binding{prefix, spaces[value], len(s.open)})
			s.found = -1
		}
	}
}

func (s *scanner) resolve(name string) {
	prefix, local := qualified(name)
	s.local = local
	if s.found < 0 || s.prefix != prefix {
		s.prefix, s.found = prefix, s.lookUp(prefix)
	}
	s.space = s.found
}

// qualified splits a name at its colon, if it has a prefix.
func qualified(name string) (prefix, local string) {
	prefix, local, ok := strings.Cut(name, ":")
	if !ok || prefix == "" || local == "" {
		return "", name
	}
	return prefix, local
}

func (s *scanner) lookUp(prefix string) space {
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == prefix {
			return s.bindings[i].space
		}
	}
	return foreign
}

// attr is the attribute of the element that was entered last, by its name
// without prefix: old WPS files write val for w:val.
func (s *scanner) attr(local string) (string, bool) {
	for rest := s.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			return "", false
		}
		rest = after
		prefix, bare := qualified(name)
		// Some programs declare the namespace again on every element: the w
		// of xmlns:w is not the width that w:w is.
		if bare == local && prefix != "xmlns" {
			return s.unescape(value), true
		}
	}
}

// number is the attribute as a whole number; missing says what to take when
// there is none. Word writes some of them as 12.0.
func (s *scanner) number(local string, missing int) int {
	value, ok := s.attr(local)
	if !ok {
		return missing
	}
	f, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
	if err != nil || f < -1e9 || f > 1e9 {
		return missing
	}
	return int(f)
}

// on reports whether the element, a property such as <w:vanish/>, is switched on.
func (s *scanner) on() bool {
	value, ok := s.attr("val")
	return !ok || value != "0" && value != "false" && value != "off"
}

func nextAttr(attrs string) (name, value, rest string, ok bool) {
	name, rest, ok = strings.Cut(attrs, "=")
	rest = strings.TrimLeft(rest, " \t\r\n")
	if !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return "", "", "", false
	}
	value, rest, ok = strings.Cut(rest[1:], rest[:1])
	return strings.TrimSpace(name), value, rest, ok
}

// exceed stops at a limit.
func (s *scanner) exceed(limit document.Limit, format string, args ...any) {
	if s.err == nil {
		format = fmt.Sprintf("%s 第 %d 字节处：", s.part, s.pos) + format
		s.err = document.Exceeded(limit, format, args...)
	}
}

// fail records the first error; its message begins with the part it is in.
func (s *scanner) fail(kind document.Kind, format string, args ...any) {
	if s.err != nil {
		return
	}
	reason := document.Errorf(kind, format, args...)
	s.err = document.Errorf(kind, "%s 第 %d 字节处：%s", s.part, s.pos, reason.Message)
}
