package parser

import (
	"fmt"
	"strings"

	"gouji/parser/document"
	"gouji/parser/form"
)

// A disk that is repaired, or a download that is resumed, may put the end of one
// report behind the beginning of another. Where the two are text, as web pages are,
// no reader notices: each row that it shows is one that was written, and they are
// not of one report. What stands in the seam tells: parts that come twice, rows in
// an order that no form has, the signature of somebody else.

// patchwork says why the document seems to be put together of parts of two reports;
// empty when it does not.
func patchwork(strips []*strip, lines []line) string {
	switch {
	case outOfOrder(strips):
		return "表格的行颠倒或重复，像是由两份文件拼成，读出的内容可能不是同一份报告的"
	case labelAmongFigures(strips):
		return "表格的数字当中夹着行名，像是由两份文件拼成，读出的内容可能不是同一份报告的"
	case comeTwice(lines) >= severalSections:
		return "报告的几个部分出现了两次，像是有两份报告，读出的内容可能不是同一份报告的"
	}
	return ""
}

// step is a place in the order of the form.
type step struct{ table, row int }

// outOfOrder reports whether within a table of the document one statutory table
// stands below a later one, or a row of table three below a later one.
func outOfOrder(strips []*strip) bool {
	var sheet *sheet
	var last step
	for _, st := range strips {
		if st.sheet != sheet {
			sheet, last = st.sheet, step{}
		}
		for i := range st.rows {
			here, known := st.stepOf(i)
			if known && (here.table < last.table || here.table == last.table && here.row < last.row) {
				return true
			}
			if known {
				last = here
			}
		}
	}
	return false
}

// stepOf is the place of a row whose label is surely one of the form; in table two,
// whose blocks some print in another order, only that of the table.
func (st *strip) stepOf(row int) (step, bool) {
	fits := st.fits()
	if len(fits) == 0 || fits[0].rows[row].at < 0 || fits[0].rows[row].match < Variant {
		return step{}, false
	}
	f := fits[0]
	switch f.table.Key {
	case form.Disclosure:
		return step{table: 1}, true
	case form.Applications:
		at, known := applicationRow(f.block.Rows[f.rows[row].at].Key)
		return step{table: 2, row: at}, known
	}
	return step{}, false // every row may be table four's
}

// applicationRow is the place of a row of table three, whatever its edition: the
// older one has no row that is not in the newer but （六）, which it has whole.
func applicationRow(key string) (int, bool) {
	for i, row := range form.Of(form.Edition2021).Table(form.Applications).Blocks[0].Rows {
		if row.Key == key {
			return i, true
		}
	}
	return 0, false
}

// labelAmongFigures reports whether a row of table three has the label of another
// between its figures.
func labelAmongFigures(strips []*strip) bool {
	for _, st := range strips {
		for i := range st.rows {
			if here, known := st.stepOf(i); !known || here.table != 2 {
				continue
			}
			figures := 0
			for _, c := range st.rows[i].figures {
				if c.figure {
					figures++
				}
				if m := c.meaning; figures > 0 && m != nil && m.row == form.Applications && !m.column && !m.head {
					return true
				}
			}
		}
	}
	return false
}

// severalSections that come twice are no slip of one who numbers them.
const severalSections = 2

// comeTwice counts the sections, by their known wordings, that come again after one
// that has a body: a table of contents has none.
func comeTwice(lines []line) int {
	heads := chooseHeadings(lines)
	seen, again := map[int]bool{}, map[int]bool{}
	for i, h := range heads {
		if h.match < Variant || h.number == 0 {
			continue
		}
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].first
		}
		again[h.official] = again[h.official] || seen[h.official]
		seen[h.official] = seen[h.official] || hasBody(lines[h.last+1:end])
	}
	n := 0
	for _, twice := range again {
		if twice {
			n++
		}
	}
	return n
}

// hasBody reports whether a statutory table or a sentence stands among the lines.
func hasBody(lines []line) bool {
	const sentence = 20 // characters
	for _, l := range lines {
		if l.table || len([]rune(l.text)) >= sentence {
			return true
		}
	}
	return false
}

// unsealed are the formats whose bytes nothing guards: no checksum, no packing.
var unsealed = map[document.Format]bool{document.HTML: true, document.MHTML: true, document.RTF: true, document.DOC: true, document.WordXML: true}

// strange says who else signed the report than its title names, when the two have
// nothing in common, or the years of both differ too; empty when it is the same
// organ, or may be. A unit that copies its report from another's may forget the
// name or the year, but hardly all.
func (r *Report) strange() string {
	signature := r.signature()
	if signature == "" || r.Organ == "" || strings.Contains(signature, r.Organ) || strings.Contains(r.Organ, signature) {
		return ""
	}
	otherYear := r.Date != nil && r.Year > 0 && (r.Date.Year < r.Year || r.Date.Year > r.Year+1)
	if shareWord(signature, r.Organ) && !otherYear {
		return ""
	}
	return fmt.Sprintf("题目是%s的报告，落款却是%s，像是由两份文件拼成，读出的内容可能不是同一份报告的", r.Organ, signature)
}

// shareWord reports whether two names have two characters in a row in common that
// are not of every organ's name.
func shareWord(a, b string) bool {
	a, b = commonWords.Replace(a), commonWords.Replace(b)
	runes := []rune(a)
	for i := 0; i+1 < len(runes); i++ {
		if runes[i] != ' ' && runes[i+1] != ' ' && strings.Contains(b, string(runes[i:i+2])) {
			return true
		}
	}
	return false
}

// commonWords are parts of the names of organs of every place and field.
var commonWords = strings.NewReplacer("人民政府", " ", "办公室", " ", "办公厅", " ", "委员会", " ", "办事处", " ", "管理局", " ", "管理", " ", "中心", " ")
