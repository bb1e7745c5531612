package doc

import (
	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// sprm is one change of a property, [MS-DOC] 2.2.5.
type sprm struct {
	code    int
	before  int // bytes between the code and the operand, that tell its size
	operand []byte
}

// The properties that the reader knows, by the names of [MS-DOC] 2.6.
const (
	sprmCFRMarkDel    = 0x0800
	sprmCFRMarkIns    = 0x0801
	sprmCIbstRMarkDel = 0x4863 // who deleted the run
	sprmCFVanish      = 0x083C
	sprmCFStrike      = 0x0837
	sprmCFDStrike     = 0x2A53
	sprmCIss          = 0x2A48 // 1 superscript, 2 subscript
	sprmCIco          = 0x2A42 // 8 is white
	sprmCCv           = 0x6870 // a colour
	sprmCPicLocation  = 0x6A03 // where in Data the picture of the character stands

	sprmPIlvl           = 0x260A
	sprmPIlfo           = 0x460B
	sprmPOutLvl         = 0x2640
	sprmPFInTable       = 0x2416
	sprmPFTtp           = 0x2417
	sprmPItap           = 0x6649
	sprmPDtap           = 0x664A
	sprmPFInnerCell     = 0x244B
	sprmPFInnerTtp      = 0x244C
	sprmPHugePapx       = 0x6646
	sprmPHugePapxOld    = 0x6645
	sprmPFrameTextFlow  = 0xC615 // sprmPChgTabs: the one whose length may not fit its byte
	sprmTDefTable       = 0xD608
	sprmTVertMerge      = 0xD62B
	sprmTMerge          = 0x5624
	sprmTSplit          = 0x5625
	longestChangeOfTabs = 255
)

// sprms takes a list of changes apart. One that is cut off ends the list.
func sprms(changes []byte) []sprm {
	var list []sprm
	b := reader{changes}
	for at := 0; at+2 <= len(changes); {
		code := b.u16(at)
		skip, size := operandOf(b, at+2, code)
		start := at + 2 + skip
		if size < 0 || start+size > len(changes) {
			break
		}
		list = append(list, sprm{code, skip, changes[start : start+size]})
		at = start + size
	}
	return list
}

// operandOf gives the bytes before an operand that tell its size, and the size.
func operandOf(b reader, at, code int) (skip, size int) {
	switch code >> 13 {
	case 0, 1:
		return 0, 1
	case 2, 4, 5:
		return 0, 2
	case 3:
		return 0, 4
	case 7:
		return 0, 3
	}
	switch {
	case code == sprmTDefTable:
		return 2, b.u16(at) - 1
	case code == sprmPFrameTextFlow && b.u8(at) == longestChangeOfTabs:
		deleted := b.u8(at + 1)
		return 1, 1 + 4*deleted + 1 + 3*b.u8(at+2+4*deleted)
	}
	return 1, b.u8(at)
}

// look is what the reader wants of a run's properties.
type look struct {
	wordml.Look
	picture int // where in Data the picture of its character stands; 0 for none, or the first
}

// apply changes the look. A toggle of 0x80 or 0x81 takes the style's value or
// its opposite: styles that hide or strike are none of a report's.
func (l *look) apply(changes []byte) {
	for _, s := range sprms(changes) {
		on := len(s.operand) > 0 && (s.operand[0] == 1 || s.operand[0] == 0x81)
		switch s.code {
		case sprmCFRMarkDel:
			l.Deleted = on
		case sprmCFRMarkIns:
			l.Inserted = on
		case sprmCFVanish:
			l.Hidden = on
		case sprmCFStrike, sprmCFDStrike:
			l.Struck = on
		case sprmCIss:
			l.Raised = s.operand[0] == 1 || s.operand[0] == 2
		case sprmCIco:
			l.White = s.operand[0] == 8
		case sprmCCv:
			l.White = s.operand[3] == 0 && docx.Pale(int(s.operand[0]), int(s.operand[1]), int(s.operand[2]))
		case sprmCPicLocation:
			l.picture = reader{s.operand}.i32(0)
		}
	}
}

// shape is what the reader wants of a paragraph's properties.
type shape struct {
	style         int
	list, level   int // of its numbering; -1 unset
	outline       int // -1 unset
	depth         int // tables that it stands in
	cellEnd       bool
	rowEnd        bool
	row           rowShape
	inTable, ends bool
}

func newShape(style int) shape {
	return shape{style: style, list: unset, level: unset, outline: unset}
}

const unset = wordml.Unset

func (p *shape) apply(changes []byte) {
	for _, s := range sprms(changes) {
		b := reader{s.operand}
		switch s.code {
		case sprmPIlvl:
			p.level = b.u8(0)
		case sprmPIlfo:
			p.list = b.i16(0)
		case sprmPOutLvl:
			p.outline = b.u8(0)
		case sprmPFInTable:
			p.inTable = b.u8(0) == 1
		case sprmPFTtp:
			p.ends = b.u8(0) == 1
		case sprmPItap:
			p.depth = b.i32(0)
		case sprmPDtap:
			p.depth += b.i32(0)
		case sprmPFInnerCell:
			p.cellEnd = b.u8(0) == 1
		case sprmPFInnerTtp:
			p.rowEnd = b.u8(0) == 1
		default:
			p.row.apply(s)
		}
	}
}
