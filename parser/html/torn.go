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
// with each of its cells, or stand in a table that lays out the page. A tear is never
// the same twice, and counts where figures stand.

// tears are the torn tags and texts met within tables.
type tears struct {
	times  map[string]int // how often each was met
	within []string       // those in tables of figures
}

// openTable is a table whose end has not come yet.
type openTable struct {
	numbers int // texts of it that are numbers, those of tables inside left aside
	torn    []string
}

const (
	// manyNumbers are more than a table has that lays out a page.
	manyNumbers = 5
	// mostTears bounds what is remembered of a page that is nothing but tears.
	mostTears = 1000
	// longestTear, bytes, is enough to tell one from the next.
	longestTear = 200
)

// note remembers a tear, as its source, in a table.
func (t *tears) note(source []byte, in *openTable) {
	key := string(source[:min(len(source), longestTear)])
	if t.times[key] == 0 {
		if len(t.times) == mostTears {
			return
		}
		in.torn = append(in.torn, key)
	}
	t.times[key]++
}

// settle decides about the tears of a table that ends.
func (t *tears) settle(table openTable) {
	if table.numbers >= manyNumbers {
		t.within = append(t.within, table.torn...)
	}
}

// told says, in Chinese, that the page is torn; empty when it is not. Of the tables
// that never ended nobody knows what they would have held.
func (t *tears) told(open []openTable) string {
	torn := t.within
	for _, table := range open {
		torn = append(torn, table.torn...)
	}
	for _, key := range torn {
		if t.times[key] == 1 {
			return "网页表格的标签残缺（有字节丢失或被别的内容覆盖），读出的内容可能缺失或错误"
		}
	}
	return ""
}

// isNumber reports a text of digits alone.
func isNumber(text []byte) bool {
	text = bytes.TrimSpace(text)
	return len(text) > 0 && len(bytes.Trim(text, "0123456789.,")) == 0
}

var (
	soundName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9:._-]*$`)
	// innerTag is a tag within a tag.
	innerTag = regexp.MustCompile(`(?i)</?(?:table|t[rdh]|tbody|colgroup|col|p|span|div|br|font|h[1-6])\b|</`)
	// tornName is an attribute that another's quotation mark ends: the class="va of
	// one tag and the s="label"> of another leave s= in the value and label" behind it.
	tornName = regexp.MustCompile(`^[A-Za-z]+"$|<`)
	// tornText is the rest of a tag whose beginning is lost, standing as text.
	tornText = regexp.MustCompile(`[\w%;]["']\s*>|(?:^|\W)/?(?:t?[dhr]|t?able|s?pan|d?iv|p)>`)
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
