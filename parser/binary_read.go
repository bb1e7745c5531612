package parser

import (
	"encoding/binary"
	"math"
	"math/bits"
	"reflect"
)

// binaryReader reads plain bytes; bad once they make no sense, and then everything
// it reads is zero.
type binaryReader struct {
	rest  []byte
	texts []string // met so far, numbered after the form's words
	taken uint64   // bytes of memory
	bad   bool
}

// room takes the memory for so many elements, each of which takes a byte of the
// rest at least: a damaged length promises what is not there.
func (r *binaryReader) room(elements uint64, size uintptr) bool {
	if r.bad || elements > uint64(len(r.rest)) {
		r.bad = true
		return false
	}
	r.taken += elements * uint64(size)
	r.bad = r.taken > maxBinary
	return !r.bad
}

func (r *binaryReader) bit() bool {
	b := r.take(1)
	return len(b) == 1 && b[0] != 0
}

func (r *binaryReader) flag(v reflect.Value) { v.SetBool(r.bit()) }

func (r *binaryReader) whole(v reflect.Value) {
	n, size := binary.Varint(r.rest)
	if r.took(size) {
		v.SetInt(n)
	}
}

func (r *binaryReader) float(v reflect.Value) {
	v.SetFloat(math.Float64frombits(bits.ReverseBytes64(r.number())))
}

func (r *binaryReader) text(v reflect.Value) {
	number, words := r.number(), formWords().list
	known := uint64(len(words))
	switch {
	case r.bad:
	case number == 0:
		v.SetString(r.newText())
	case number <= known:
		v.SetString(words[number-1])
	case number <= known+uint64(len(r.texts)):
		v.SetString(r.texts[number-known-1])
	default:
		r.bad = true
	}
}

func (r *binaryReader) newText() string {
	length := r.number()
	if !r.room(length, 1) {
		return ""
	}
	text := string(r.take(length))
	r.texts = append(r.texts, text)
	return text
}

func (r *binaryReader) official(v reflect.Value) {
	number, blocks := r.number(), officialBlocks()
	switch {
	case number > uint64(len(blocks)):
		r.bad = true
	case number > 0:
		v.Set(reflect.ValueOf(blocks[number-1]))
	}
}

// take takes the next bytes, none when there are not that many.
func (r *binaryReader) take(length uint64) []byte {
	if r.bad || length > uint64(len(r.rest)) {
		r.bad = true
		return nil
	}
	taken := r.rest[:length]
	r.rest = r.rest[length:]
	return taken
}

func (r *binaryReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	if !r.took(size) {
		return 0
	}
	return n
}

// took takes the bytes of a number; false when there was none.
func (r *binaryReader) took(size int) bool {
	if r.bad || size <= 0 {
		r.bad = true
		return false
	}
	r.rest = r.rest[size:]
	return true
}
