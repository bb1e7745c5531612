package html

import (
	"bytes"
	"regexp"

	dom "golang.org/x/net/html"
)

// A page of which bytes were lost, moved or written over mostly stays a page that
// every browser shows without a word: where the beginning of one tag meets the end
// of another, a cell is swallowed, or half a tag stands there as text. The tables of
// reports are written by editors and word processors, never by hand, so such a tear
// within a table means that what stands around it is not what was written.
//
// Sites are full of slips all the same, but those are of a template and come again
// with each of its cells. A tear is never the same twice.

// tears are the torn tags and texts met within tables, with how often.
type tears map[string]int

// mostTears bounds what is remembered of a page that is nothing but tears.
const mostTears = 1000

func (t tears) note(source []byte) {
	const longest = 200 // bytes, enough to tell one from the next
	if key := string(source[:min(len(source), longest)]); t[key] > 0 || len(t) < mostTears {
		t[key]++
	}
}

// told says, in Chinese, that the page is torn; empty when it is not.
func (t tears) told() string {
	for _, times := range t {
		if times == 1 {
			return "网页表格的标签残缺（有字节丢失或被别的内容覆盖），读出的内容可能缺失或错误"
		}
	}
	return ""
}

var (
	soundName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9:._-]*$`)
	// innerTag is a tag within a tag.
	innerTag = regexp.MustCompile(`(?i)</?(?:table|t[rdh]|tbody|colgroup|col|p|span|div|br|font|h[1-6])\b|</`)
	// tornName is an attribute that another's quotation mark ends: the class="va of
	// one tag and the s="label"> of another leave s= in the value and label" behind it.
	tornName = regexp.MustCompile(`^[A-Za-z]+"$|<`)
	// tornText is the rest of a tag whose beginning is lost, standing as text.
	tornText = regexp.MustCompile(`[\w%;]["']\s*>`)
)

// plainAttributes never hold markup, as titles and scripts do.
var plainAttributes = set("class", "style", "lang", "align", "valign", "width", "height", "colspan", "rowspan",
	"border", "bgcolor", "cellpadding", "cellspacing", "face", "size", "color")

// tornTag reports a tag, as its source, whose name runs into something else.
func tornTag(source []byte) bool {
	name := bytes.TrimPrefix(source[1:], []byte("/"))
	if end := bytes.IndexAny(name, " \t\n\f\r/>"); end >= 0 {
		name = name[:end]
	}
	return !soundName.Match(name)
}

// tornAttribute reports an attribute that runs into something else.
func tornAttribute(key, value []byte) bool {
	if tornName.Match(key) {
		return true
	}
	return plainAttributes[string(key)] && len(value) > 0 &&
		(value[len(value)-1] == '=' || bytes.Count(value, []byte{'"'})%2 == 1 || innerTag.Match(value))
}

// tornToken reports a tear in a token, as its source, its attributes left aside.
func tornToken(kind dom.TokenType, source []byte) bool {
	switch kind {
	case dom.TextToken:
		return tornText.Match(source)
	case dom.StartTagToken, dom.SelfClosingTagToken, dom.EndTagToken:
		return tornTag(source)
	case dom.CommentToken: // what is no name follows </
		return bytes.HasPrefix(source, []byte("</")) && len(source) > 3 && !bytes.ContainsAny(source[2:3], " \t\n\f\r")
	}
	return false
}
