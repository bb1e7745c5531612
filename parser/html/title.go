package html

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"gouji/parser/document"
)

const (
	longestTitle  = 80 // characters; a longer line is prose
	shortestTitle = 15 // 某县2023年政府信息公开年度报告
	longestLine   = 120
	topOfArticle  = 30 // paragraphs among which its own title is looked for
)

// above reads the paragraphs that stand before the article on the page.
func (a article) above(ctx context.Context, body *dom.Node) []document.Paragraph {
	if a.root == body {
		return nil
	}
	w := &walker{ctx: ctx, limits: Limits{}.withDefaults(), shapes: a.shapes, stop: a.root, doc: &document.Document{}}
	w.children(body)
	w.endParagraph()
	w.dropChrome()
	return w.doc.Paragraphs()
}

// pageTitle is the page's headline: what its content system says it is
// (<meta name="ArticleTitle">), else the line above the article that reads
// like one, else the <title> without the site's name.
func pageTitle(root *dom.Node, above []document.Paragraph) string {
	if title := metaTitle(root); title != "" {
		return title
	}
	for _, p := range slices.Backward(above) {
		if p.Level == 1 || readsAsTitle(p.Text) {
			return p.Text
		}
	}
	if n := find(root, atom.Title); n != nil && n.FirstChild != nil {
		return withoutSite(readable(n.FirstChild.Data))
	}
	return ""
}

func metaTitle(root *dom.Node) string {
	for n := root.FirstChild; n != nil; n = following(n, root) {
		if n.DataAtom == atom.Meta && strings.EqualFold(attributeOr(n, "name"), "ArticleTitle") {
			return strings.ReplaceAll(readable(attributeOr(n, "content")), "\n", "")
		}
	}
	return ""
}

var siteSeparator = regexp.MustCompile(`\s*[_|｜]\s*|\s*--+\s*|\s+[-–—]\s+|\s*[–—]+\s*`)

// withoutSite is the part of a <title> that names a report; empty when none does.
func withoutSite(title string) string {
	for _, part := range siteSeparator.Split(title, -1) {
		if readsAsTitle(part) {
			return withoutColumn(part)
		}
	}
	return ""
}

// withoutColumn drops the site and the column that 大汉 pages write before the
// title, parted by spaces; a title that has spaces itself stays whole.
func withoutColumn(title string) string {
	i := strings.LastIndex(title, " ")
	if last := title[i+1:]; utf8.RuneCountInString(last) >= shortestTitle && readsAsTitle(last) {
		return last
	}
	return title
}

// readsAsTitle reports a line that names a report and is no sentence.
func readsAsTitle(line string) bool {
	return strings.Contains(line, "报告") && utf8.RuneCountInString(line) <= longestTitle &&
		!strings.ContainsAny(line, "。；：:") && !numberedHeading.MatchString(line)
}

var titleEnd = regexp.MustCompile(`报告(?:[（(][^（()）]*[)）])?$`)

// namesReport is stricter than readsAsTitle, for lines of the article itself.
func namesReport(line string) bool { return readsAsTitle(line) && titleEnd.MatchString(line) }

var sourceLine = regexp.MustCompile(`(?:时间|日期|来源|发布于|发布机构)\s*[：:]`)

// sourceLines are the lines above the article that tell date and source.
func sourceLines(above []document.Paragraph) []string {
	var lines []string
	for _, p := range above {
		if p.Level == 0 && sourceLine.MatchString(p.Text) && utf8.RuneCountInString(p.Text) <= longestLine {
			lines = append(lines, p.Text)
		}
	}
	return lines
}

// headline puts the page's title and its date lines before the article, or
// only the date lines after the title that the article has itself.
func (w *walker) headline(a article) {
	at, has := ownTitle(w.doc.Blocks, a.title)
	var head []document.Block
	if !has && a.title != "" {
		at = 0
		head = append(head, document.Block{Paragraph: &document.Paragraph{Text: a.title, Level: 1}})
	}
	for _, line := range a.lines {
		head = append(head, document.Block{Paragraph: &document.Paragraph{Text: line}})
	}
	w.doc.Blocks = slices.Insert(w.doc.Blocks, at, head...)
}

// ownTitle finds the article's own title among its first paragraphs, up to the
// first heading or table; at is the block after it. It may stand on two lines.
func ownTitle(blocks []document.Block, title string) (at int, has bool) {
	wanted, before := folded(title), ""
	for i, b := range blocks[:min(len(blocks), topOfArticle)] {
		if b.Paragraph == nil || numberedHeading.MatchString(b.Paragraph.Text) {
			return 0, false
		}
		line := folded(b.Paragraph.Text)
		if line == "" {
			continue
		}
		if namesReport(b.Paragraph.Text) || wanted != "" && (line == wanted || before+line == wanted) {
			return i + 1, true
		}
		before = line
	}
	return 0, false
}

// folded is text without spaces, to compare titles.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// chromeLine matches what sites write above and below an article. Words that a
// report may begin a sentence with (打印, 访问量) count only in a site's wording.
var chromeLine = regexp.MustCompile(`^[【\[（(]?\s*(?:[上下]一[篇条页]\s*(?:[：:]|$)|(?:打印|关闭)(?:本[页文稿]|此页|页面|文章|窗口|\s+关闭)*\s*[】\]）)]?(?:\s|$)|` +
	`分享到|分享[：:]|字体[：:]|字号[：:]|大 中 小|扫一扫|返回顶部|返回首页|[您你]?(?:现在|当前|所在)的?(?:所在)?位置|[您你]的位置|当前栏目|` +
	`版权所有|(?:主办|承办)(?:单位)?[：:]|技术支持[：:]|网站标识码|网站地图(?:\s|$|[|｜])|(?:浏览次数|浏览量|访问量|点击数|点击次数|责任编辑)\s*[：:]|` +
	`相关(?:链接|阅读|文章|新闻|信息)\s*[：:]?$|无障碍(?:浏览|阅读)?$|设为首页|加入收藏|今天是\s*\d|\S{1,2}ICP备|\S{0,2}公网安备|Copyright|©)`)

const longestChromeLine = 100

// dropChrome takes out short lines that are the site's and not the report's.
func (w *walker) dropChrome() {
	w.doc.Blocks = slices.DeleteFunc(w.doc.Blocks, func(b document.Block) bool {
		return b.Paragraph != nil && b.Paragraph.Level == 0 && chromeLine.MatchString(b.Paragraph.Text) &&
			utf8.RuneCountInString(b.Paragraph.Text) <= longestChromeLine && !sourceLine.MatchString(b.Paragraph.Text)
	})
}
