package parser

import (
	"encoding/binary"
	"fmt"
	"math"
	"reflect"

	"gouji/parser/form"
)

// maxAhead is how many elements of a slice get room before they are read: what a
// damaged length promises need not be there.
const maxAhead = 256

// official writes a block of the form as a reference, so that reading gives the
// very same block: 0 for none, else one more than its place among all of them.
func (w *binaryWriter) official(block *form.Block) error {
	if block == nil {
		w.out = append(w.out, 0)
		return nil
	}
	for i, known := range officialBlocks() {
		if known == block {
			w.out = binary.AppendUvarint(w.out, uint64(i)+1)
			return nil
		}
	}
	return fmt.Errorf("block %q is of no official form", block.Heading)
}

// officialBlocks are the blocks of all forms, by edition, table and block.
func officialBlocks() []*form.Block {
	var list []*form.Block
	for _, f := range form.All() {
		for t := range f.Tables {
			for b := range f.Tables[t].Blocks {
				list = append(list, &f.Tables[t].Blocks[b])
			}
		}
	}
	return list
}

// binaryReader reads plain stored bytes; bad once they make no sense, and then
// everything it reads is zero.
type binaryReader struct {
	rest []byte
	bad  bool
}

func (r *binaryReader) value(v reflect.Value) {
	if v.Type() == officialType {
		r.official(v)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(r.take(r.number())))
	case reflect.Bool:
		v.SetBool(r.flag())
	case reflect.Int:
		v.SetInt(r.signed())
	case reflect.Float64:
		if b := r.take(8); b != nil {
			v.SetFloat(math.Float64frombits(binary.BigEndian.Uint64(b)))
		}
	case reflect.Pointer:
		if r.flag() {
			v.Set(reflect.New(v.Type().Elem()))
			r.value(v.Elem())
		}
	case reflect.Slice:
		r.slice(v)
	case reflect.Struct:
		for i := range v.NumField() {
			r.value(v.Field(i))
		}
	}
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

func (r *binaryReader) slice(v reflect.Value) {
	length := r.number()
	if length == 0 {
		return
	}
	length--
	v.Set(reflect.MakeSlice(v.Type(), 0, int(min(length, maxAhead))))
	for i := 0; uint64(i) < length && !r.bad; i++ {
		v.Grow(1)
		v.SetLen(i + 1)
		r.value(v.Index(i))
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

func (r *binaryReader) flag() bool {
	b := r.take(1)
	return len(b) == 1 && b[0] != 0
}

func (r *binaryReader) number() uint64 {
	n, size := binary.Uvarint(r.rest)
	return n * r.took(size)
}

func (r *binaryReader) signed() int64 {
	n, size := binary.Varint(r.rest)
	return n * int64(r.took(size))
}

// took takes the bytes of a number and returns 1, or 0 when there was none.
func (r *binaryReader) took(size int) uint64 {
	if r.bad || size <= 0 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[size:]
	return 1
}
