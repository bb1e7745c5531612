package doc

import (
	"encoding/binary"

	"gouji/parser/document"
)

// fib is what the reader wants of the File Information Block, [MS-DOC] 2.5.
type fib struct {
	tableName string
	main      int // characters of the main story
	boxes     int // characters of the text boxes, which stand after the others
	before    int // characters of the stories between the two
	positions []position
}

// position is where in the table stream something stands.
type position struct{ offset, length int }

// Indexes into FibRgFcLcb97, [MS-DOC] 2.5.6.
const (
	styleSheet = 1
	chpxBins   = 12
	papxBins   = 13
	clx        = 33
	shapes     = 40 // the floating shapes of the main story
	drawings   = 50
	listTable  = 73
	listFormat = 74
)

const (
	wordSign     = 0xA5EC
	oldestFormat = 0x00C0 // Word 97; older files (Word 6, 95) are written otherwise
)

// Flags of the FIB, [MS-DOC] 2.5.1.
const (
	flagsAt      = 0x0A
	inTable1     = 0x0200
	isEncrypted  = 0x0100
	isObfuscated = 0x8000 // by XOR, if it is encrypted
)

// tableName is the table stream that the flags name.
func tableName(flags int) string {
	if flags&inTable1 != 0 {
		return "1Table"
	}
	return "0Table"
}

func readFIB(word []byte) (fib, error) {
	b := reader{data: word}
	switch {
	case b.u16(0) != wordSign:
		return fib{}, corrupt("不是 Word 文档", nil)
	case b.u16(2) < oldestFormat:
		return fib{}, document.Errorf(document.Unsupported, "这是 Word 97 以前的文档，本程序不读这种格式，请另存为 DOCX")
	}
	f := fib{tableName: tableName(b.u16(flagsAt))}
	longs := 34 + 2*b.u16(32) // after csw and the shorts: cslw, then the longs
	counts := longs + 2
	f.main = b.i32(counts + 0x0C)
	for _, at := range []int{0x10, 0x14, 0x18, 0x1C, 0x20} { // notes, headers, macros, comments, end notes
		f.before += max(b.i32(counts+at), 0)
	}
	f.boxes = b.i32(counts + 0x24)
	pairs := counts + 4*b.u16(longs)
	for i := range b.u16(pairs) {
		at := pairs + 2 + 8*i
		f.positions = append(f.positions, position{b.i32(at), b.i32(at + 4)})
	}
	if f.main < 0 || f.boxes < 0 || len(f.positions) <= clx {
		return fib{}, corrupt("文件头不完整", nil)
	}
	return f, nil
}

// part is the bytes of the table stream that the FIB names; empty when it
// names none, or none that are there.
func (f *file) part(index int) []byte {
	if index >= len(f.fib.positions) {
		return nil
	}
	p := f.fib.positions[index]
	if p.offset < 0 || p.length <= 0 || p.offset > len(f.table) || p.length > len(f.table)-p.offset {
		return nil
	}
	return f.table[p.offset : p.offset+p.length]
}

// reader gives numbers out of bytes; what lies outside them is 0.
type reader struct{ data []byte }

func (r reader) u8(at int) int {
	if at < 0 || at >= len(r.data) {
		return 0
	}
	return int(r.data[at])
}

func (r reader) u16(at int) int {
	if at < 0 || at+2 > len(r.data) {
		return 0
	}
	return int(binary.LittleEndian.Uint16(r.data[at:]))
}

func (r reader) i16(at int) int { return int(int16(r.u16(at))) }

func (r reader) i32(at int) int {
	if at < 0 || at+4 > len(r.data) {
		return 0
	}
	return int(int32(binary.LittleEndian.Uint32(r.data[at:])))
}

// bytes are n bytes, fewer at the end.
func (r reader) bytes(at, n int) []byte {
	if at < 0 || n <= 0 || at >= len(r.data) {
		return nil
	}
	return r.data[at:min(at+n, len(r.data))]
}
