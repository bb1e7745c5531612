package parser

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/bits"
	"reflect"

	"gouji/parser/form"
)

// plan is how values of one type are stored. It is made once, from the type
// alone, so that a field added to a report is carried too.
type plan struct {
	zero  func(v reflect.Value) bool
	write func(w *binaryWriter, v reflect.Value)
	read  func(r *binaryReader, v reflect.Value)
}

// planOf panics for a type that a report cannot store: that is found as soon as
// the program starts.
func planOf(t reflect.Type) plan {
	if t == officialType {
		return plan{reflect.Value.IsNil, (*binaryWriter).official, (*binaryReader).official}
	}
	switch t.Kind() {
	case reflect.Bool:
		return plan{reflect.Value.IsZero, (*binaryWriter).flag, (*binaryReader).flag}
	case reflect.Int:
		return plan{reflect.Value.IsZero, (*binaryWriter).whole, (*binaryReader).whole}
	case reflect.Float64:
		return plan{isZeroFloat, (*binaryWriter).float, (*binaryReader).float}
	case reflect.String:
		return plan{reflect.Value.IsZero, (*binaryWriter).text, (*binaryReader).text}
	case reflect.Pointer:
		return planOfPointer(t)
	case reflect.Slice:
		return planOfSlice(t)
	case reflect.Struct:
		return planOfStruct(t)
	}
	panic(fmt.Sprintf("a report cannot store a %s", t))
}

// isZeroFloat is false for -0.
func isZeroFloat(v reflect.Value) bool { return math.Float64bits(v.Float()) == 0 }

// planOfPointer writes a byte that says whether there is something, then that.
func planOfPointer(t reflect.Type) plan {
	element, size := planOf(t.Elem()), t.Elem().Size()
	return plan{
		zero: reflect.Value.IsNil,
		write: func(w *binaryWriter, v reflect.Value) {
			if w.bit(!v.IsNil()); !v.IsNil() {
				w.taken += uint64(size)
				element.write(w, v.Elem())
			}
		},
		read: func(r *binaryReader, v reflect.Value) {
			if r.bit() && r.room(1, size) {
				v.Set(reflect.New(t.Elem()))
				element.read(r, v.Elem())
			}
		},
	}
}

// planOfSlice writes one more than the length, so that nil is not an empty slice.
func planOfSlice(t reflect.Type) plan {
	element, size := planOf(t.Elem()), t.Elem().Size()
	return plan{
		zero: reflect.Value.IsNil,
		write: func(w *binaryWriter, v reflect.Value) {
			if v.IsNil() {
				w.number(0)
				return
			}
			w.number(uint64(v.Len()) + 1)
			w.taken += uint64(v.Len()) * uint64(size)
			for i := range v.Len() {
				element.write(w, v.Index(i))
			}
		},
		read: func(r *binaryReader, v reflect.Value) {
			length := r.number()
			if length == 0 || !r.room(length-1, size) {
				return
			}
			v.Set(reflect.MakeSlice(t, int(length-1), int(length-1)))
			for i := 0; i < v.Len() && !r.bad; i++ {
				element.read(r, v.Index(i))
			}
		},
	}
}

// planOfStruct writes which fields are not zero, then these: most places have a
// page and no paragraph, or the other way round.
func planOfStruct(t reflect.Type) plan {
	fields := make([]plan, t.NumField())
	for i := range fields {
		fields[i] = planOf(t.Field(i).Type)
	}
	if len(fields) > 64 {
		panic(fmt.Sprintf("a report cannot store the %d fields of %s", len(fields), t))
	}
	present := func(v reflect.Value) (set uint64) {
		for i := range fields {
			if !fields[i].zero(v.Field(i)) {
				set |= 1 << i
			}
		}
		return set
	}
	return plan{
		zero: func(v reflect.Value) bool { return present(v) == 0 },
		write: func(w *binaryWriter, v reflect.Value) {
			set := present(v)
			w.number(set)
			for ; set != 0; set &= set - 1 {
				i := bits.TrailingZeros64(set)
				fields[i].write(w, v.Field(i))
			}
		},
		read: func(r *binaryReader, v reflect.Value) {
			set := r.number()
			r.bad = r.bad || set>>len(fields) != 0
			for ; set != 0 && !r.bad; set &= set - 1 {
				i := bits.TrailingZeros64(set)
				fields[i].read(r, v.Field(i))
			}
		},
	}
}

// binaryWriter collects plain bytes.
type binaryWriter struct {
	out   []byte
	known map[string]uint64 // texts written already, by their number after the form's words
	taken uint64            // bytes of memory that the reader will need
	err   error
}

func (w *binaryWriter) number(n uint64) { w.out = binary.AppendUvarint(w.out, n) }

func (w *binaryWriter) bit(set bool) {
	if set {
		w.out = append(w.out, 1)
		return
	}
	w.out = append(w.out, 0)
}

func (w *binaryWriter) flag(v reflect.Value) { w.bit(v.Bool()) }

func (w *binaryWriter) whole(v reflect.Value) { w.out = binary.AppendVarint(w.out, v.Int()) }

// float turns the bytes round, so that whole numbers take two or three.
func (w *binaryWriter) float(v reflect.Value) {
	w.number(bits.ReverseBytes64(math.Float64bits(v.Float())))
}

// text writes a text once; then, as a word of the form, it is a number. A new one
// is 0, its length, its bytes.
func (w *binaryWriter) text(v reflect.Value) {
	text := v.String()
	if number, known := w.numberOf(text); known {
		w.number(number + 1)
		return
	}
	w.known[text] = uint64(len(formWords().list) + len(w.known))
	w.taken += uint64(len(text))
	w.number(0)
	w.number(uint64(len(text)))
	w.out = append(w.out, text...)
}

func (w *binaryWriter) numberOf(text string) (uint64, bool) {
	if number, known := formWords().number[text]; known {
		return number, true
	}
	number, known := w.known[text]
	return number, known
}

// official writes a block of the form as a reference, so that reading gives the
// very same block: 0 for none, else one more than its place among all of them.
func (w *binaryWriter) official(v reflect.Value) {
	block := v.Interface().(*form.Block)
	if block == nil {
		w.number(0)
		return
	}
	for i, known := range officialBlocks() {
		if known == block {
			w.number(uint64(i) + 1)
			return
		}
	}
	w.err = fmt.Errorf("block %q is of no official form", block.Heading)
}
