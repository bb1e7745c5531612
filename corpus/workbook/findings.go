package workbook

import (
	"fmt"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/parser/document"
	"gouji/validate"
	"gouji/validate/mend"
)

// findings is the sheet 问题清单: a row an entry.
type findings struct {
	*sheet
	number int // of the last entry
}

const findingsName = "问题清单"

var findingsHeads = []string{"编号", "单位", "年度", "级别", "编码", "主次", "位置", "问题", "表内", "应为", "疑似填错的格", "说明", "改法", "依据", "核实情况", "打开", "文件"}

var findingsWidths = []float64{7, 24, 7, 9, 7, 7, 18, 46, 12, 12, 28, 36, 28, 32, 14, 12, 30}

func (b *book) newFindings() (*findings, error) {
	s, err := b.sheet(layout{name: findingsName, widths: findingsWidths, frozen: 2, heads: 3, paper: paperA3, tab: "C00000", narrow: true})
	if err != nil {
		return nil, err
	}
	about := "一行一处；“连带”的跟在引起它的一处下面，可用左边的“－”折起，改好上面一处，多半一起消失。筛选、排序用表头的箭头。"
	if err := s.titled(fmt.Sprintf("第%d次核对：%s", b.run.Number, findingsName), about); err != nil {
		return nil, err
	}
	return &findings{sheet: s}, s.headed(30, findingsHeads...)
}

// add writes the entries of a file and returns the number of the first, 0 when
// there is none.
func (f *findings) add(r corpus.Result, list []entry) (first int, err error) {
	for i := range list {
		f.number++
		if first == 0 {
			first = f.number
		}
		if err := f.entry(r, &list[i]); err != nil {
			return first, err
		}
	}
	return first, nil
}

func (f *findings) entry(r corpus.Result, e *entry) error {
	b, words, rank := f.book, plain, "主"
	if e.follows {
		words, rank = faint, "└ 连带"
	}
	got, want := f.sides(e)
	cells := []excelize.Cell{
		b.value(centred, f.number), b.text(words, organ(r)), b.year(r), b.text(e.look, e.kind), b.text(words, e.code), b.text(words, rank),
		b.text(words, e.place), b.text(words, e.message()), got, want, b.text(words, e.suspect()), b.text(words, e.explanation()),
		b.text(words, e.card.Mend.ZH), b.text(words, e.ground()), b.text(plain, ""), b.opening(r, e), b.text(faint, shown(r.Source.Path)),
	}
	var options []excelize.RowOpts
	if e.follows {
		options = []excelize.RowOpts{{OutlineLevel: 1}}
	}
	return f.sheet.add(cells, options...)
}

// sides are what is printed and what should stand there.
func (f *findings) sides(e *entry) (got, want excelize.Cell) {
	got, want = f.book.text(number, ""), f.book.text(number, "")
	if e.finding == nil {
		return got, want
	}
	if e.finding.Got != nil {
		got = f.book.value(number, *e.finding.Got)
	}
	if e.finding.Want != nil {
		want = f.book.value(number, *e.finding.Want)
	}
	return got, want
}

// message is the entry's sentence, and the file that it compares with.
func (e *entry) message() string {
	if e.finding == nil || e.finding.Other == nil {
		return e.text
	}
	return e.text + "\n（对照 " + shown(e.finding.Other.Path) + "）"
}

func (e *entry) ground() string {
	if e.card.ID == "" {
		return ""
	}
	return mend.Ground(e.card.Ground).ZH
}

// opening links to the place in the file that the entry is about.
func (b *book) opening(r corpus.Result, e *entry) excelize.Cell {
	words := "打开文件"
	switch {
	case corpus.ArchiveOf(r.Source.Path) != "":
		words = "打开压缩包"
	case e.where.Page > 0 && r.Source.Format == document.PDF:
		words = "打开" + validate.PlaceText(e.where).ZH
	}
	return b.linkTo(r.Source, e.where, words)
}
