package doc

import (
	"slices"

	"gouji/parser/document"
)

// A DOC file has no checksums, but it says many things twice: where the text of
// a page of properties begins and ends stands in the page and in the table of
// the pages, and each list of properties has a length. In a sound file they
// agree; a page that was lost has let deleted digits come back (4 read as 94).

// damage says, in Chinese, that tables of the file contradict each other, so that
// nothing that was read is sure; empty when they agree.
func (f *file) damage() string {
	switch {
	case f.torn, !f.binsAgree(chpxBins), !f.binsAgree(papxBins), !sensible(f.chpx, ofCharacter), !sensible(f.papx, ofParagraph, ofTable):
		return "文件内部的格式表前后矛盾，读出的内容可能错误"
	case f.hasZeros():
		return "正文里有空字节，读出的内容可能缺失或错误"
	}
	return ""
}

// binsAgree reports whether each page of properties covers just the bytes that
// the bin table says, without gaps, and its lists of properties are whole.
func (f *file) binsAgree(index int) bool {
	pages := f.binPages(index)
	return len(pages) > 0 && !slices.ContainsFunc(pages, func(p binPage) bool { return !p.whole() })
}

// whole reports whether the page has runs from its first byte to its last.
func (page binPage) whole() bool {
	n := page.u8(pageSize - 1)
	if len(page.data) < pageSize || n == 0 || page.i32(0) != page.from || page.i32(4*n) != page.to {
		return false
	}
	for i := range n {
		if page.i32(4*i) >= page.i32(4*i+4) {
			return false
		}
	}
	return true
}

// What a property is of, the three bits sgc of a Sprm, [MS-DOC] 2.2.5.1.
const (
	ofParagraph = 1
	ofCharacter = 2
	ofTable     = 5
)

// sensible reports whether the runs have properties of these kinds only, each list
// taken apart without a rest; whether what is switched is on or off; and whether
// what somebody deleted is deleted.
func sensible(runs []run, kinds ...int) bool {
	for _, r := range runs {
		read := 0
		if has(r, sprmCIbstRMarkDel) && !has(r, sprmCFRMarkDel) {
			return false
		}
		for _, s := range sprms(r.changes) {
			if !slices.Contains(kinds, s.code>>10&7) || !switched(s) {
				return false
			}
			read += 2 + s.before + len(s.operand)
		}
		if padding := len(r.changes) - read; padding > 1 {
			return false
		}
	}
	return true
}

func has(r run, code int) bool {
	return slices.ContainsFunc(sprms(r.changes), func(s sprm) bool { return s.code == code })
}

// switched reports whether a property that hides, strikes or tracks text has one of
// the values of a toggle.
func switched(s sprm) bool {
	switch s.code {
	case sprmCFRMarkDel, sprmCFRMarkIns, sprmCFVanish, sprmCFStrike:
		return s.operand[0]&^0x81 == 0
	}
	return true
}

// hasZeros reports whether the main story has characters of number 0: no program
// writes them, and where a sector of the disk was lost there are only such.
func (f *file) hasZeros() bool {
	zeros := 0
	f.characters(0, f.fib.main, func(c character) {
		if c.code == 0 {
			zeros++
		}
	})
	return zeros > 0
}

// padded is the data with zeros for the sectors that were cut off, as many as its
// table of sectors can name; nil when none is missing, or too many.
func padded(data []byte) []byte {
	const header, sectorsOfTable, most = 512, 0x2C, 64 << 20
	b := reader{data}
	sector := 1 << (b.u16(0x1E) & 15)
	size := header + b.i32(sectorsOfTable)*sector/4*sector
	if len(data) < header || size <= len(data) || size > min(most, 2*len(data)+1<<20) {
		return nil
	}
	whole := make([]byte, size)
	copy(whole, data)
	return whole
}

// notWhole is said of a file that was cut off.
func notWhole(d *document.Document) {
	d.Incomplete = "文件不完整，末尾缺失"
	d.Damage = "文件不完整，读出的内容可能缺失或错误"
}
