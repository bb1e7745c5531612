package html

import (
	"bytes"
	"context"
	"strings"

	dom "golang.org/x/net/html"

	"gouji/parser/document"
)

// sieve hands the page to the tree builder without what has no meaning here:
// scripts, comments (Word's conditional ones too), formatting tags and the
// attributes that no later stage asks for.
//
// Formatting tags must go for a second reason: HTML makes the parser reopen
// every <b> or <font> that was left open in every later paragraph, so that a
// small hostile file makes a tree of gigabytes. Those that may hide or strike
// text become <span> and <del>, links become <span data-link>, which are not
// reopened. The sieve also counts, and stops when the context ends.
type sieve struct {
	ctx    context.Context
	tokens *dom.Tokenizer
	out    bytes.Buffer
	err    error

	count, limit int
	xml          bool   // the page has an XML prolog: <td/> is an empty cell
	skip         string // the element whose contents are being dropped
	seen         map[string]bool
	formatting   []formatting // open formatting tags
	attributes   bytes.Buffer // of the tag being read
	tables       []openTable
	torn         bool // the token being read is
	tears        tears
}

// formatting is an open formatting tag and the name under which it was passed
// on, empty when it was not.
type formatting struct{ name, as string }

func newSieve(ctx context.Context, text string, limit int) *sieve {
	s := &sieve{ctx: ctx, tokens: dom.NewTokenizer(strings.NewReader(text)), limit: limit, seen: map[string]bool{}, tears: tears{times: map[string]int{}}}
	s.xml = strings.HasPrefix(strings.TrimSpace(text[:min(len(text), 256)]), "<?xml")
	s.tokens.AllowCDATA(s.xml)
	return s
}

// Read implements io.Reader for the tree builder.
func (s *sieve) Read(p []byte) (int, error) {
	if err := timeout(s.ctx); err != nil {
		return 0, err
	}
	for s.out.Len() < len(p) && s.err == nil {
		s.step()
	}
	if s.out.Len() == 0 {
		return 0, s.err
	}
	return s.out.Read(p)
}

// step takes one token of the page.
func (s *sieve) step() {
	kind := s.tokens.Next()
	if s.count++; s.count > s.limit {
		s.err = document.Exceeded(document.Content, "网页的标签和文字超过 %d 个", s.limit)
		return
	}
	s.torn = len(s.tables) > 0 && s.skip == "" && tornToken(kind, s.tokens.Raw())
	switch kind {
	case dom.ErrorToken:
		s.err = s.tokens.Err()
	case dom.TextToken:
		s.text()
	case dom.DoctypeToken:
		s.out.Write(s.tokens.Raw())
	case dom.StartTagToken, dom.SelfClosingTagToken:
		s.startTag(kind == dom.SelfClosingTagToken)
	case dom.EndTagToken:
		s.endTag()
	}
	if s.torn && len(s.tables) > 0 {
		s.tears.note(s.tokens.Raw(), &s.tables[len(s.tables)-1])
	}
}

func (s *sieve) text() {
	raw := s.tokens.Raw()
	if n := len(s.tables); n > 0 && isNumber(raw) {
		s.tables[n-1].numbers++
	}
	switch {
	case s.skip != "":
	case bytes.HasPrefix(raw, []byte("<![CDATA[")):
		s.out.WriteString(dom.EscapeString(string(s.tokens.Text())))
	default:
		s.out.Write(raw)
	}
}

func (s *sieve) startTag(selfClosing bool) {
	nameBytes, _ := s.tokens.TagName()
	name := string(nameBytes)
	closed := selfClosing && s.xml && !voidElements[name]
	if closed {
		s.tokens.NextIsNotRawText()
	}
	if s.skip != "" || s.repeated(name) {
		return
	}
	if dropped[name] {
		if !closed {
			s.skip = name
		}
		return
	}
	if name == "table" && !closed {
		s.tables = append(s.tables, openTable{})
	}
	s.readAttributes(name)
	as, isFormatting := s.passedAs(name)
	if isFormatting && !closed {
		s.formatting = append(s.formatting, formatting{name, as})
	}
	s.writeStart(name, as, closed)
}

// readAttributes collects the attributes of the tag that matter, as source.
func (s *sieve) readAttributes(element string) {
	s.attributes.Reset()
	for more := true; more; {
		var key, value []byte
		key, value, more = s.tokens.TagAttr()
		s.torn = s.torn || len(s.tables) > 0 && tornAttribute(key, value)
		if !matters(element, key, value) {
			continue
		}
		s.attributes.WriteByte(' ')
		s.attributes.Write(key)
		s.attributes.WriteString(`="`)
		s.attributes.WriteString(quoted.Replace(string(value)))
		s.attributes.WriteByte('"')
	}
}

var quoted = strings.NewReplacer("&", "&amp;", `"`, "&quot;")

func matters(element string, key, value []byte) bool {
	switch string(key) {
	case "colspan", "rowspan", "hidden", "id", "class", "name", "content", "type", "value", "selected", "start":
		return true
	case "width", "src":
		return element == "img"
	case "height":
		return element == "tr"
	case "style":
		return element == "img" || styleMatters(value)
	}
	return false
}

func styleMatters(css []byte) bool {
	css = bytes.ToLower(css)
	for _, word := range []string{"display", "visibility", "line-through", "list-style", "super", "sub"} {
		if bytes.Contains(css, []byte(word)) {
			return true
		}
	}
	return false
}

// writeStart writes the tag under the name as; closed ones get their end tag.
func (s *sieve) writeStart(name, as string, closed bool) {
	if as == "" {
		return
	}
	s.out.WriteString("<" + as)
	if name == "a" {
		s.out.WriteString(" " + linkMark)
	}
	s.out.Write(s.attributes.Bytes())
	s.out.WriteByte('>')
	if closed {
		s.out.WriteString("</" + as + ">")
	}
}

// repeated reports a second <html> or <body>: the parser would merge its
// attributes into the first, at a cost that grows with their number.
func (s *sieve) repeated(name string) bool {
	if name != "html" && name != "body" {
		return false
	}
	again := s.seen[name]
	s.seen[name] = true
	return again
}

func (s *sieve) endTag() {
	raw := s.tokens.Raw()
	nameBytes, _ := s.tokens.TagName()
	name := string(nameBytes)
	switch {
	case s.skip != "":
		if s.skip == name {
			s.skip = ""
		}
	case formattingElements[name]:
		s.endFormatting(name)
	case !dropped[name]:
		if name == "table" {
			s.endTable()
		}
		s.out.Write(raw)
	}
}

func (s *sieve) endTable() {
	if n := len(s.tables); n > 0 {
		s.tears.settle(s.tables[n-1])
		s.tables = s.tables[:n-1]
	}
}

// endFormatting ends the innermost open formatting element of the name under
// the name that its start tag was given.
func (s *sieve) endFormatting(name string) {
	// A page that never closes its tags must not cost a long search at each.
	for i := len(s.formatting) - 1; i >= max(0, len(s.formatting)-maxDepth); i-- {
		if s.formatting[i].name != name {
			continue
		}
		if as := s.formatting[i].as; as != "" {
			s.out.WriteString("</" + as + ">")
		}
		s.formatting = append(s.formatting[:i], s.formatting[i+1:]...)
		return
	}
}

// passedAs says under what name a tag is passed on: its own when it is none of
// the formatting elements, none at all when it cannot matter.
func (s *sieve) passedAs(name string) (as string, isFormatting bool) {
	switch {
	case !formattingElements[name]:
		return name, false
	case name == "s" || name == "strike":
		return "del", true
	case name == "a" || s.attributes.Len() > 0:
		return "span", true
	}
	return "", true
}

// linkMark is the attribute of the span that stands for an <a>.
const linkMark = "data-gouji-link"

var (
	formattingElements = set("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
	// dropped elements hold raw text: the tokenizer finds their end. Others that
	// are not shown must not go here, one without its end tag would take the page.
	dropped      = set("script", "noscript", "iframe", "noembed", "noframes")
	voidElements = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}
