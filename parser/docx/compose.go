package docx

import (
	"cmp"
	"strings"

	"gouji/parser/document"
)

// composer turns the tree into a Document, in reading order.
type composer struct {
	doc        *document.Document
	numbers    *counter
	styles     *styles
	limits     Limits
	paragraphs int
	tables     int
	err        *document.Error
}

// blocks adds the paragraphs and tables of the body, of a text box or of a
// cell that only lays out the page.
func (c *composer) blocks(list []node) {
	for _, n := range joined(list) {
		if n.table != nil {
			c.table(n.table)
			continue
		}
		c.paragraph(n.paragraph)
		c.blocks(n.paragraph.boxes)
	}
}

// joined gives the blocks with every paragraph whose mark is deleted joined
// to the next one: accepting the change does the same, and gives the whole
// the next one's style and number.
func joined(list []node) []node {
	out := make([]node, 0, len(list))
	for _, n := range list {
		last := len(out) - 1
		if last < 0 || out[last].paragraph == nil || !out[last].paragraph.joined || n.paragraph == nil {
			out = append(out, n)
			continue
		}
		whole := *n.paragraph
		before := out[last].paragraph
		whole.text = append(before.text, whole.text...)
		whole.boxes = append(before.boxes, whole.boxes...)
		whole.pictures = append(before.pictures, whole.pictures...)
		whole.doubt = cmp.Or(before.doubt, whole.doubt)
		out[last].paragraph = &whole
	}
	return out
}

// paragraph adds one; an empty one counts, but is no block.
func (c *composer) paragraph(p *paragraph) {
	if p.embedded != "" {
		c.doc.Embed(p.embedded)
		return
	}
	c.paragraphs++
	defer c.show(p.pictures)
	line := c.line(p)
	if strings.TrimSpace(line.text) == "" {
		return
	}
	c.doc.Blocks = append(c.doc.Blocks, document.Block{Paragraph: &document.Paragraph{
		Text: line.text, Raw: line.changed(), Number: line.number, Level: c.level(p),
		Where: document.Place{Paragraph: c.paragraphs},
	}})
}

func (c *composer) show(links []string) {
	for _, link := range links {
		c.doc.Show(document.Picture{Link: link, Paragraph: c.paragraphs})
	}
}

func (c *composer) level(p *paragraph) int {
	if p.outline != unset {
		return outlineLevel(p.outline)
	}
	return c.styles.level(p.style)
}

// line is the text of a paragraph with its number: as read and as written.
type line struct{ number, text, raw string }

func (c *composer) line(p *paragraph) line {
	number := c.numbers.next(p)
	raw := strings.Trim(p.plain(), "\n")
	if strings.TrimSpace(raw) == "" && number != "" {
		raw = ""
	}
	raw = numbered(number, raw)
	return line{document.Ideographs(number), document.Ideographs(raw), raw}
}

func (l line) changed() string {
	if l.raw == l.text {
		return ""
	}
	return l.raw
}

const (
	hiddenText  = "合并单元格里被盖住的格还有文字，已接在后面"
	embedded    = "格里嵌有另一个文件，它的内容没有读"
	floating    = "格里有浮动的文本框，不能确定其中文字属于哪一格"
	deletedCell = "这一格在修订记录里已被删除"
	struckText  = "格里有加了删除线的数字，可能是已删去的内容"
	raisedText  = "格里有上标或下标的数字，可能是注码"
	whiteText   = "格里有白色的数字，纸上可能看不见"
	tinyText    = "格里有字号极小的数字，纸上可能看不见"
	// LibreOffice saves a control of text in two scripts as several that repeat it: ２８ as
	// ２８２８２８２８ (seed 1050013).
	severalControls = "格里的数字分在几个内容控件里，可能是同一个数的重复"
	oddMerge        = "纵向合并的各格宽度不一致"
)

// table adds a table, or what stands in it when it only lays out the page.
func (c *composer) table(t *table) {
	if t.layout() || t.frames() {
		for _, row := range t.rows {
			for _, cell := range row.cells {
				c.blocks(cell.content)
			}
		}
		return
	}
	c.tables++
	placed, columns := slots(t)
	if len(t.rows)*columns > c.limits.Positions && c.err == nil {
		c.err = document.Exceeded(document.Content, "第 %d 个表格有 %d 行 %d 列，超过 %d 格", c.tables, len(t.rows), columns, c.limits.Positions)
	}
	if columns == 0 || c.err != nil {
		c.tables-- // without a cell, nobody sees a table
		return
	}
	f := filler{composer: c, number: c.tables}
	for r, row := range t.rows {
		f.row(r, row, placed[r])
	}
	where := document.Place{Table: c.tables}
	c.doc.Blocks = append(c.doc.Blocks, document.Block{Table: &document.Table{
		Rows: len(t.rows), Columns: columns, Cells: f.finished(), Where: where,
	}})
	c.show(f.pictures)
	for _, inner := range f.inner {
		c.table(inner)
	}
}
