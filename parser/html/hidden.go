package html

import (
	"regexp"
	"strings"
	"unicode/utf8"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// takeOutHidden removes from the tree what a browser does not show: elements
// with the hidden attribute, with display:none or visibility:hidden in their
// style, or in a simple rule of the page's own <style>. Style sheets in other
// files are not read. It returns the number of tables that went, and of drawings that
// may be one.
func takeOutHidden(root *dom.Node) (tables, drawings int) {
	rules := hidingRules(root)
	page := -1
	for n := root.FirstChild; n != nil; {
		next := following(n, root)
		if n.Type == dom.ElementNode && rules.hide(n) && !awaitsScript(n, root, &page) {
			next = followingSkip(n, root)
			tables += tablesIn(n)
			drawings += drawnTables(n)
			n.Parent.RemoveChild(n)
		}
		n = next
	}
	return tables, drawings
}

// drawnTexts is how many texts an inline drawing has that may be a table: table four of
// the form, the smallest, has 15 figures.
const drawnTexts = 12

// drawnTables is 1 for a drawing that may be a table.
func drawnTables(n *dom.Node) int {
	texts := 0
	for c := n; n.DataAtom == atom.Svg && c != nil; c = following(c, n) {
		if c.Data == "text" || c.Data == "tspan" {
			texts++
		}
	}
	if texts >= drawnTexts {
		return 1
	}
	return 0
}

// awaitsScript reports whether an element is hidden only until a script has
// run: it keeps its room on the page, has tables, and holds most of the page's
// text. So WeChat saves its articles: <div id="js_content" style="visibility:
// hidden; opacity: 0">. The page's own runes are counted once, into page.
func awaitsScript(n, root *dom.Node, page *int) bool {
	if declared(style(n), "visibility") != "hidden" || declared(style(n), "display") == "none" || tablesIn(n) == 0 {
		return false
	}
	if *page < 0 {
		*page = runesIn(root)
	}
	return runesIn(n)*2 > *page
}

// runesIn counts the characters that n shows.
func runesIn(n *dom.Node) int {
	runes := 0
	for c := n; c != nil; c = following(c, n) {
		if c.Type == dom.TextNode && c.Parent != nil && c.Parent.DataAtom != atom.Script && c.Parent.DataAtom != atom.Style {
			runes += utf8.RuneCountInString(readable(c.Data))
		}
	}
	return runes
}

// tablesIn counts the tables with text in n, itself included.
func tablesIn(n *dom.Node) int {
	tables := 0
	for c := n; c != nil; c = following(c, n) {
		if c.DataAtom == atom.Table && hasText(c) {
			tables++
		}
	}
	return tables
}

// following is the next node in document order below root, nil at the end.
func following(n, root *dom.Node) *dom.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	return followingSkip(n, root)
}

// followingSkip is the next node after n and all that is in it.
func followingSkip(n, root *dom.Node) *dom.Node {
	for ; n != nil && n != root; n = n.Parent {
		if n.NextSibling != nil {
			return n.NextSibling
		}
	}
	return nil
}

// hiding is the set of simple selectors that a page's style sheet hides:
// ".a", "#a", "p" and "p.a".
type hiding map[string]bool

func (h hiding) hide(n *dom.Node) bool {
	switch n.DataAtom {
	case atom.Style, atom.Template, atom.Svg, atom.Math:
		return true
	case atom.Html, atom.Body: // hidden until a script has run
		return false
	}
	if len(n.Attr) == 0 && !h[n.Data] {
		return false
	}
	if _, ok := attribute(n, "hidden"); ok {
		return true
	}
	switch hidden, said := declaredHidden(style(n)); {
	case said:
		return hidden
	case len(h) == 0:
		return false
	}
	return h.match(n)
}

func (h hiding) match(n *dom.Node) bool {
	if h[n.Data] {
		return true
	}
	if id, ok := attribute(n, "id"); ok && (h["#"+id] || h[n.Data+"#"+id]) {
		return true
	}
	class, _ := attribute(n, "class")
	for _, c := range strings.Fields(class) {
		if h["."+c] || h[n.Data+"."+c] {
			return true
		}
	}
	return false
}

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	cssRule    = regexp.MustCompile(`([^{}]*)\{([^{}]*)\}`)
	simple     = regexp.MustCompile(`^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$`)
)

// hidingRules reads the page's <style> elements. Rules inside @media and the
// like are left alone: they speak of printers and telephones.
func hidingRules(root *dom.Node) hiding {
	rules := hiding{}
	for n := root.FirstChild; n != nil; n = following(n, root) {
		if n.Type == dom.ElementNode && n.DataAtom == atom.Style && n.FirstChild != nil {
			rules.read(withoutAtBlocks(cssComment.ReplaceAllString(n.FirstChild.Data, "")))
		}
	}
	return rules
}

func (h hiding) read(css string) {
	if !strings.Contains(css, "none") && !strings.Contains(css, "hidden") {
		return
	}
	for _, rule := range cssRule.FindAllStringSubmatch(css, -1) {
		hidden, said := declaredHidden(rule[2])
		if !said {
			continue
		}
		for selector := range strings.SplitSeq(rule[1], ",") {
			if selector = strings.TrimSpace(selector); selector != "" && simple.MatchString(selector) {
				h[selector] = hidden // a later rule has the last word
			}
		}
	}
}

// withoutAtBlocks cuts out @media {…}, @page {…} with the rules in them.
func withoutAtBlocks(css string) string {
	var kept strings.Builder
	depth, inAt := 0, false
	for _, r := range css {
		switch {
		case r == '@' && depth == 0:
			inAt = true
		case inAt && r == ';' && depth == 0:
			inAt = false
		case inAt && r == '{':
			depth++
		case inAt && r == '}':
			if depth--; depth <= 0 {
				depth, inAt = 0, false
			}
		case !inAt:
			kept.WriteRune(r)
		}
	}
	return kept.String()
}

// declaredHidden says whether CSS declarations hide or show an element; said
// is false when they say nothing of it.
func declaredHidden(declarations string) (hidden, said bool) {
	if value := declared(declarations, "display"); value != "" {
		hidden, said = value == "none", true
	}
	if value := declared(declarations, "visibility"); value != "" {
		hidden, said = hidden || value == "hidden" || value == "collapse", true
	}
	return hidden, said
}

// declared is the value of a property in CSS declarations, lower case, without
// !important; empty when it is not there.
func declared(declarations, property string) string {
	if !strings.Contains(declarations, property) {
		return ""
	}
	value := ""
	for d := range strings.SplitSeq(declarations, ";") {
		name, v, ok := strings.Cut(d, ":")
		if ok && strings.TrimSpace(name) == property {
			v, _, _ = strings.Cut(v, "!")
			value = strings.TrimSpace(v)
		}
	}
	return value
}

func style(n *dom.Node) string {
	s, _ := attribute(n, "style")
	return strings.ToLower(s)
}

func attribute(n *dom.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val, true
		}
	}
	return "", false
}
