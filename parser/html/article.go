package html

import (
	"context"
	"regexp"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// article is the part of a page that holds the report.
type article struct {
	root   *dom.Node
	shapes shapes
	title  string   // the page's own headline; empty when it names none
	lines  []string // 发布时间 and 来源 lines that stand above root, outside it
}

// findArticle finds the element that holds the report and takes the site's
// chrome out of it. A container that content systems are known to use is taken
// only when no table of figures, no numbered heading and not half of the text
// stand outside it; else the article is the whole page without its chrome.
func findArticle(ctx context.Context, root *dom.Node) article {
	body := find(root, atom.Body)
	if body == nil {
		body = root
	}
	a := article{root: body, shapes: shapes{}}
	weights := a.weigh(body)
	a.root = container(body, weights)
	above := a.above(ctx, body)
	a.title = pageTitle(root, above)
	a.lines = sourceLines(above)
	a.removeChrome(weights)
	clear(a.shapes) // tables may have lost parts
	return a
}

// weight is what an element holds.
type weight struct {
	runes    int // characters
	linked   int // of these, in links
	links    int
	figures  int // tables of figures
	numbered int // pieces of text that begin like a heading: 一、 or （一）
	h1       int
}

func (w *weight) add(o weight) {
	w.runes += o.runes
	w.linked += o.linked
	w.links += o.links
	w.figures += o.figures
	w.numbered += o.numbered
	w.h1 += o.h1
}

// prose is the text outside links.
func (w weight) prose() int { return w.runes - w.linked }

func (w weight) mostlyLinks() bool { return w.links >= 2 && w.linked*10 >= w.runes*6 }

func (a article) weigh(body *dom.Node) map[*dom.Node]weight {
	weights := map[*dom.Node]weight{}
	a.weighNode(body, false, weights)
	return weights
}

func (a article) weighNode(n *dom.Node, linked bool, weights map[*dom.Node]weight) weight {
	if n.Type == dom.TextNode {
		return weighText(n.Data, linked)
	}
	var w weight
	isLink := false
	if _, isLink = attribute(n, linkMark); isLink && !linked {
		w.links, linked = 1, true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.add(a.weighNode(c, linked, weights))
	}
	switch {
	case n.Type != dom.ElementNode:
		return w
	case n.DataAtom == atom.Table && w.runes > 0 && !w.mostlyLinks() && !a.shapes.of(n).isLayout():
		w.figures++
	case n.DataAtom == atom.H1 && w.runes > 0:
		w.h1++
	}
	weights[n] = w
	return w
}

var numberedHeading = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])`)

func weighText(text string, linked bool) weight {
	w := weight{runes: inkRunes(text)}
	switch {
	case w.runes == 0:
	case linked:
		w.linked = w.runes
	case numberedHeading.MatchString(strings.TrimSpace(text)):
		w.numbered = 1
	}
	return w
}

// removeChrome takes out menus, breadcrumbs, footers and the like. A column of
// the page that is a menu is emptied and stays, so that no grid shifts.
func (a article) removeChrome(weights map[*dom.Node]weight) {
	page := weights[a.root]
	for n := a.root.FirstChild; n != nil; {
		next := following(n, a.root)
		switch {
		case n.Type != dom.ElementNode || !isChrome(n, weights[n], page):
		case n.DataAtom != atom.Td:
			next = followingSkip(n, a.root)
			n.Parent.RemoveChild(n)
		case a.shapes.of(tableOf(n)).isLayout():
			next = followingSkip(n, a.root)
			empty(n)
		}
		n = next
	}
}

// tableOf is the table that a cell belongs to; the tree builder puts no cell
// outside one.
func tableOf(td *dom.Node) *dom.Node {
	n := td
	for n.Parent != nil && n.DataAtom != atom.Table {
		n = n.Parent
	}
	return n
}

func empty(n *dom.Node) {
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
}

// isChrome judges by what the element is, but never takes what a report must
// have: figures, numbered headings, most of the text, attachments.
func isChrome(n *dom.Node, w, page weight) bool {
	if w.runes == 0 || w.figures > 0 || w.numbered > 0 || w.runes*2 > page.runes {
		return false
	}
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Aside:
		return true
	case atom.P, atom.Tr, atom.Tbody, atom.Body:
		return false
	}
	if w.mostlyLinks() && isBlock(n) && !hasAttachments(n) {
		return true
	}
	return w.h1 == 0 && hasName(n, chromeName)
}

var attachment = regexp.MustCompile(`(?i)附件|\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar)\b`)

func hasAttachments(n *dom.Node) bool {
	for c := n; c != nil; c = following(c, n) {
		if c.Type == dom.TextNode && attachment.MatchString(c.Data) {
			return true
		}
	}
	return false
}

// chromeName matches a word of the class or id of an element around articles.
var chromeName = regexp.MustCompile(`(?i)^(?:nav|navbar|navigation|menu|mainmenu|foot|footer|bottom|bread|breadcrumbs?|crumbs?|` +
	`position|location|dqwz|weizhi|share|bdsharebuttonbox|fenxiang|print|printbtn|tools?|toolbar|related|relation|xgwz|xgxx|xglj|` +
	`sidebar|pagination|pager|prevnext|copyright|search|login|qrcode|ewm|fontsize)$`)

// containerName matches the containers of the content systems in use: TRS
// (TRS_Editor, TRS_UEDITOR, trs_editor_view), gov.cn's own (UCAP-CONTENT,
// pages_content), 大汉 (zoom, bt_content, article_content) and common others.
var containerName = regexp.MustCompile(`(?i)^(?:trs_editor|trs_editor_view|trs_ueditor|ucap-content|pages_content|zoom|zoomcon|` +
	`bt_content|article|article[-_]?(?:content|con|cont|body|main|detail|text)|content|contents|con_main|text_content|detail[-_]?content|` +
	`news[-_]?content|xl[-_]content|xxgk[-_]content|view|show[-_]?content|vsb_content(?:_\d+)?|v_news_content|entry-content|main[-_]?content|ivs_content|` +
	`info[-_]?content|zwxl[-_](?:content|article)|gk[-_]?content|j-fontcontent|mainText|wz_content)$`)

func isKnownContainer(n *dom.Node) bool {
	switch n.DataAtom {
	case atom.Article, atom.Main:
		return true
	case atom.Body, atom.P, atom.Span:
		return false
	}
	return hasName(n, containerName)
}

// hasName reports whether a class or the id of n matches.
func hasName(n *dom.Node, name *regexp.Regexp) bool {
	if id, ok := attribute(n, "id"); ok && name.MatchString(strings.TrimSpace(id)) {
		return true
	}
	class, _ := attribute(n, "class")
	for c := range strings.FieldsSeq(class) {
		if name.MatchString(c) {
			return true
		}
	}
	return false
}

// container is the smallest known container that holds the report, or body.
func container(body *dom.Node, weights map[*dom.Node]weight) *dom.Node {
	page, best := weights[body], body
	for n := body.FirstChild; n != nil; n = following(n, body) {
		if n.Type != dom.ElementNode || !isKnownContainer(n) {
			continue
		}
		if w := weights[n]; w.holds(page) && w.runes <= weights[best].runes {
			best = n
		}
	}
	return best
}

func (w weight) holds(page weight) bool {
	return w.figures == page.figures && w.numbered == page.numbered && w.prose()*2 > page.prose()
}

func find(root *dom.Node, tag atom.Atom) *dom.Node {
	for n := root.FirstChild; n != nil; n = following(n, root) {
		if n.Type == dom.ElementNode && n.DataAtom == tag {
			return n
		}
	}
	return nil
}
