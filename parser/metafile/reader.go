package metafile

import (
	"encoding/binary"
	"math"

	"gouji/parser/pdf/ink"
)

// reader reads numbers at places of a record, little end first; those beyond its end
// are 0.
type reader struct{ data []byte }

func (b reader) bytes(at, size int) []byte {
	if at < 0 || size < 0 || at > len(b.data) {
		return nil
	}
	return b.data[at:min(at+min(size, len(b.data)), len(b.data))]
}

func (b reader) u8(at int) int {
	if part := b.bytes(at, 1); len(part) == 1 {
		return int(part[0])
	}
	return 0
}

func (b reader) u16(at int) int {
	if part := b.bytes(at, 2); len(part) == 2 {
		return int(binary.LittleEndian.Uint16(part))
	}
	return 0
}

func (b reader) i16(at int) int { return int(int16(b.u16(at))) }

func (b reader) u32(at int) uint32 {
	if part := b.bytes(at, 4); len(part) == 4 {
		return binary.LittleEndian.Uint32(part)
	}
	return 0
}

func (b reader) i32(at int) int { return int(int32(b.u32(at))) }

func (b reader) f32(at int) float64 {
	value := float64(math.Float32frombits(b.u32(at)))
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return 0
	}
	return value
}

// point is one of two numbers, of four bytes each when wide, else of two.
func (b reader) point(at int, wide bool) ink.Point {
	if wide {
		return ink.Point{X: float64(b.i32(at)), Y: float64(b.i32(at + 4))}
	}
	return ink.Point{X: float64(b.i16(at)), Y: float64(b.i16(at + 2))}
}

// points are as many as the record has room for, so many at most.
func (b reader) points(at, number int, wide bool) []ink.Point {
	size := pointSize(wide)
	if at > len(b.data) {
		return nil
	}
	number = min(number, (len(b.data)-at)/size)
	list := make([]ink.Point, max(number, 0))
	for i := range list {
		list[i] = b.point(at+size*i, wide)
	}
	return list
}

func pointSize(wide bool) int {
	if wide {
		return 8
	}
	return 4
}

// rect is the two corners of a rectangle, of four bytes a number.
func (b reader) rect(at int) [2]ink.Point {
	return [2]ink.Point{b.point(at, true), b.point(at+8, true)}
}
