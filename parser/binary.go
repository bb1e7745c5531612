package parser

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"reflect"

	"gouji/parser/form"
)

// binaryVersion is the first byte of a stored report; it grows when the way of
// writing changes. A change of the fields themselves shows in the layout's sum.
const binaryVersion = 1

// maxBinary bounds what stored bytes may unpack to: a report takes some 60 KB,
// the largest that limits let through some megabytes.
const maxBinary = 32 << 20

// ErrBinary is wrapped by the errors of UnmarshalBinary: the bytes are damaged,
// or another version of the program wrote them.
var ErrBinary = errors.New("not a stored report of this version")

var (
	reportType   = reflect.TypeFor[Report]()
	officialType = reflect.TypeFor[*form.Block]()
	layoutSum    = crc32.ChecksumIEEE([]byte(spell(reportType)))
)

// MarshalBinary writes the whole report: its version, the sum of its layout, then
// every field in the order of its type, deflated. The same report always gives
// the same bytes.
func (r *Report) MarshalBinary() ([]byte, error) {
	w := binaryWriter{}
	if err := w.value(reflect.ValueOf(r).Elem()); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	out.Write(binary.BigEndian.AppendUint32([]byte{binaryVersion}, layoutSum))
	deflate, err := flate.NewWriter(&out, flate.DefaultCompression)
	if err != nil {
		return nil, err
	}
	if _, err := deflate.Write(w.out); err != nil {
		return nil, err
	}
	err = deflate.Close()
	return out.Bytes(), err
}

// UnmarshalBinary reads what MarshalBinary wrote. Its errors wrap ErrBinary and
// leave the report as it was.
func (r *Report) UnmarshalBinary(data []byte) error {
	head := binary.BigEndian.AppendUint32([]byte{binaryVersion}, layoutSum)
	if !bytes.HasPrefix(data, head) {
		return ErrBinary
	}
	packed := io.LimitReader(flate.NewReader(bytes.NewReader(data[len(head):])), maxBinary)
	plain, err := io.ReadAll(packed)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBinary, err)
	}
	var read Report
	rest := binaryReader{rest: plain}
	rest.value(reflect.ValueOf(&read).Elem())
	if rest.bad || len(rest.rest) > 0 {
		return ErrBinary
	}
	*r = read
	return nil
}

// spell spells out a type with all its fields: what two programs must share to read
// each other's reports.
func spell(t reflect.Type) string {
	switch {
	case t == officialType:
		return "official"
	case t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer:
		return t.Kind().String() + " " + spell(t.Elem())
	case t.Kind() != reflect.Struct:
		return t.Kind().String()
	}
	spelt := "{"
	for i := range t.NumField() {
		spelt += t.Field(i).Name + " " + spell(t.Field(i).Type) + ";"
	}
	return spelt + "}"
}

type binaryWriter struct{ out []byte }

func (w *binaryWriter) value(v reflect.Value) error {
	if v.Type() == officialType {
		return w.official(v.Interface().(*form.Block))
	}
	switch v.Kind() {
	case reflect.String:
		w.out = append(binary.AppendUvarint(w.out, uint64(v.Len())), v.String()...)
	case reflect.Bool:
		w.flag(v.Bool())
	case reflect.Int:
		w.out = binary.AppendVarint(w.out, v.Int())
	case reflect.Float64:
		w.out = binary.BigEndian.AppendUint64(w.out, math.Float64bits(v.Float()))
	case reflect.Pointer:
		if w.flag(!v.IsNil()); !v.IsNil() {
			return w.value(v.Elem())
		}
	case reflect.Slice:
		return w.slice(v)
	case reflect.Struct:
		return w.fields(v)
	default:
		return fmt.Errorf("a report cannot store a %s", v.Type())
	}
	return nil
}

func (w *binaryWriter) flag(set bool) {
	if set {
		w.out = append(w.out, 1)
		return
	}
	w.out = append(w.out, 0)
}

// slice writes one more than the length, so that nil is not an empty slice.
func (w *binaryWriter) slice(v reflect.Value) error {
	if v.IsNil() {
		w.out = append(w.out, 0)
		return nil
	}
	w.out = binary.AppendUvarint(w.out, uint64(v.Len())+1)
	for i := range v.Len() {
		if err := w.value(v.Index(i)); err != nil {
			return err
		}
	}
	return nil
}

func (w *binaryWriter) fields(v reflect.Value) error {
	for i := range v.NumField() {
		if err := w.value(v.Field(i)); err != nil {
			return err
		}
	}
	return nil
}
