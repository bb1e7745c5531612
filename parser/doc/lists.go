package doc

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"gouji/parser/wordml"
)

// lists are the definitions of automatic numbers and the lists that use them.
type lists struct {
	definitions []definition
	uses        []use
}

// definition is an LSTF with its levels, [MS-DOC] 2.9.147.
type definition struct {
	id     int
	levels []level
}

// level is an LVL, [MS-DOC] 2.9.150.
type level struct {
	start, format int
	legal         bool
	text          string // as w:lvlText has it: 第%1章
}

// use is an LFO, [MS-DOC] 2.9.131: a list in the text, numbered from 1.
type use struct {
	definition int
	changes    []change
}

// change is an LFOLVL: a level of a list that begins or looks otherwise.
type change struct {
	level, start int
	starts       bool
	own          *level
}

const (
	definitionSize = 28
	useSize        = 16
	levelSize      = 28
	levelCount     = 9
	maxLists       = 20_000
)

// readLists reads the PlfLst, whose levels stand after it, and the PlfLfo.
func (f *file) readLists() lists {
	var all lists
	if listFormat >= len(f.fib.positions) || len(f.part(listTable)) == 0 {
		return all
	}
	at := f.fib.positions[listTable].offset
	b := reader{f.table}
	count := min(b.u16(at), maxLists)
	next := at + 2 + definitionSize*count
	for i := range count {
		from := at + 2 + definitionSize*i
		d := definition{id: b.i32(from)}
		number := levelCount
		if b.u8(from+26)&1 != 0 { // a simple list
			number = 1
		}
		for range number {
			l, size := readLevel(b, next)
			d.levels = append(d.levels, l)
			next += size
		}
		all.definitions = append(all.definitions, d)
	}
	all.uses = f.readUses()
	return all
}

func readLevel(b reader, at int) (level, int) {
	l := level{start: b.i32(at), format: b.u8(at + 4), legal: b.u8(at+5)&4 != 0}
	properties := b.u8(at+24) + b.u8(at+25)
	text := at + levelSize + properties
	length := b.u16(text)
	var codes []uint16
	for i := range min(length, 255) {
		codes = append(codes, uint16(b.u16(text+2+2*i)))
	}
	var out strings.Builder
	for _, r := range utf16.Decode(codes) {
		if r < levelCount { // the number of that level
			out.WriteString("%" + strconv.Itoa(int(r)+1))
			continue
		}
		out.WriteRune(r)
	}
	l.text = out.String()
	return l, levelSize + properties + 2 + 2*length
}

func (f *file) readUses() []use {
	b := reader{f.part(listFormat)}
	count := min(b.i32(0), maxLists)
	var list []use
	next := 4 + useSize*count
	for i := range max(count, 0) {
		from := 4 + useSize*i
		u := use{definition: b.i32(from)}
		next += 4 // the cp of the LFOData
		for range b.u8(from + 12) {
			if next >= len(b.data) {
				break // there are fewer than it says
			}
			c, size := readChange(b, next)
			u.changes = append(u.changes, c)
			next += size
		}
		list = append(list, u)
	}
	return list
}

func readChange(b reader, at int) (change, int) {
	flags := b.i32(at + 4)
	c := change{level: flags & 0xF, start: b.i32(at), starts: flags&0x10 != 0}
	if flags&0x20 == 0 {
		return c, 8
	}
	l, size := readLevel(b, at+8)
	c.own = &l
	return c, 8 + size
}

// formats are the names that WordprocessingML has for the MSONFC numbers,
// [MS-OSHARED] 2.2.1.3; others are written in decimal, as Word does.
var formats = map[int]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
	10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 17: "japaneseDigitalTenThousand",
	18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
	29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
	37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}

func (all lists) xml() string {
	w := &wordml.Writer{}
	w.Text("<w:numbering ", wordml.Space, ">")
	for _, d := range all.definitions {
		w.Text(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(d.id), `">`)
		for i, l := range d.levels {
			writeLevel(w, i, l)
		}
		w.Text("</w:abstractNum>")
	}
	for i, u := range all.uses {
		w.Text(`<w:num w:numId="`, strconv.Itoa(i+1), `">`)
		w.Value("abstractNumId", u.definition)
		for _, c := range u.changes {
			w.Text(`<w:lvlOverride w:ilvl="`, strconv.Itoa(c.level), `">`)
			if c.starts {
				w.Value("startOverride", c.start)
			}
			if c.own != nil {
				writeLevel(w, c.level, *c.own)
			}
			w.Text("</w:lvlOverride>")
		}
		w.Text("</w:num>")
	}
	w.Text("</w:numbering>")
	return w.String()
}

func writeLevel(w *wordml.Writer, i int, l level) {
	w.Text(`<w:lvl w:ilvl="`, strconv.Itoa(i), `">`)
	w.Value("start", l.start)
	w.Word("numFmt", formats[l.format])
	w.Text(`<w:lvlText w:val="`, wordml.Attribute(l.text), `"/>`)
	w.Flag("isLgl", l.legal)
	w.Text("</w:lvl>")
}
