package html

import (
	"bytes"
	"context"
	"strings"

	dom "golang.org/x/net/html"

	"gouji/parser/document"
)

// sieve hands the page to the tree builder without what has no meaning here:
// scripts, comments (Word's conditional ones too) and formatting tags.
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
}

type formatting struct{ name, as string }

func newSieve(ctx context.Context, text string, limit int) *sieve {
	s := &sieve{ctx: ctx, tokens: dom.NewTokenizer(strings.NewReader(text)), limit: limit, seen: map[string]bool{}}
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
		s.err = document.Errorf(document.TooLarge, "网页的标签和文字超过 %d 个", s.limit)
		return
	}
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
}

func (s *sieve) text() {
	raw := s.tokens.Raw()
	switch {
	case s.skip != "":
	case bytes.HasPrefix(raw, []byte("<![CDATA[")):
		s.out.WriteString(dom.EscapeString(string(s.tokens.Text())))
	default:
		s.out.Write(raw)
	}
}

func (s *sieve) startTag(selfClosing bool) {
	raw := s.tokens.Raw()
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
	as, isFormatting := formattingAs(name, raw)
	if isFormatting && !closed {
		s.formatting = append(s.formatting, formatting{name, as})
	}
	s.writeStart(raw, name, as, closed)
}

// writeStart writes the tag under the name as; closed ones get their end tag.
func (s *sieve) writeStart(raw []byte, name, as string, closed bool) {
	if as == "" {
		return
	}
	rest := raw[1+len(name):]
	if closed {
		rest = bytes.TrimSuffix(rest, []byte("/>"))
	}
	s.out.WriteByte('<')
	s.out.WriteString(as)
	s.out.Write(rest)
	if closed {
		end, _, _ := strings.Cut(as, " ")
		s.out.WriteString("></" + end + ">")
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
		s.out.Write(raw)
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
		if as, _, _ := strings.Cut(s.formatting[i].as, " "); as != "" {
			s.out.WriteString("</" + as + ">")
		}
		s.formatting = append(s.formatting[:i], s.formatting[i+1:]...)
		return
	}
}

// formattingAs says under what name a tag is passed on: its own when it is
// none of the formatting elements, none at all when it cannot matter.
func formattingAs(name string, raw []byte) (as string, isFormatting bool) {
	switch {
	case !formattingElements[name]:
		return name, false
	case name == "s" || name == "strike":
		return "del", true
	case name == "a":
		return "span " + linkMark, true
	case mayHideOrStrike(raw):
		return "span", true
	}
	return "", true
}

// linkMark is the attribute of the span that stands for an <a>.
const linkMark = "data-gouji-link"

func mayHideOrStrike(tag []byte) bool {
	tag = bytes.ToLower(tag)
	for _, word := range []string{"class", "hidden", "display", "visibility", "line-through", "id="} {
		if bytes.Contains(tag, []byte(word)) {
			return true
		}
	}
	return false
}

var (
	formattingElements = set("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
	dropped            = set("script", "noscript", "iframe", "noembed", "noframes", "template", "svg", "math", "object")
	voidElements       = set("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)

func set(names ...string) map[string]bool {
	m := make(map[string]bool, len(names))
	for _, name := range names {
		m[name] = true
	}
	return m
}
