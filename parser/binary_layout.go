package parser

import (
	"fmt"
	"hash/crc32"
	"reflect"
	"strings"
	"sync"

	"gouji/parser/form"
)

// What two programs must share to read each other's reports: the fields of a
// report, and the official forms.

var officialType = reflect.TypeFor[*form.Block]()

// layoutSum sums up the fields of a report and all that the forms say.
func layoutSum() uint32 {
	var all strings.Builder
	spell(&all, reflect.TypeFor[Report]())
	for _, f := range form.All() {
		fmt.Fprintf(&all, "%+v", *f)
	}
	for _, word := range formWords().list {
		fmt.Fprintf(&all, "%q", word)
	}
	return crc32.ChecksumIEEE([]byte(all.String()))
}

// spell spells out a type with all its fields.
func spell(out *strings.Builder, t reflect.Type) {
	switch {
	case t == officialType:
		out.WriteString("official")
	case t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer:
		out.WriteString(t.Kind().String() + " ")
		spell(out, t.Elem())
	case t.Kind() != reflect.Struct:
		out.WriteString(t.Kind().String())
	default:
		out.WriteByte('{')
		for i := range t.NumField() {
			out.WriteString(t.Field(i).Name + " ")
			spell(out, t.Field(i).Type)
			out.WriteByte(';')
		}
		out.WriteByte('}')
	}
}

// officialBlocks are the blocks of all forms, by edition, table and block.
var officialBlocks = sync.OnceValue(func() []*form.Block {
	var list []*form.Block
	for _, f := range form.All() {
		for t := range f.Tables {
			for b := range f.Tables[t].Blocks {
				list = append(list, &f.Tables[t].Blocks[b])
			}
		}
	}
	return list
})

// glossary is texts by their numbers.
type glossary struct {
	list   []string
	number map[string]uint64
}

func (w *glossary) add(texts ...string) {
	for _, text := range texts {
		if _, known := w.number[text]; !known {
			w.number[text] = uint64(len(w.list))
			w.list = append(w.list, text)
		}
	}
}

// formWords are the texts that every report has: they are stored as numbers.
var formWords = sync.OnceValue(func() *glossary {
	w := &glossary{number: map[string]uint64{}}
	w.add("", "0", string(Number), string(Blank), string(Dash), string(Bad))
	for _, f := range form.All() {
		w.add(string(f.Edition))
		for _, section := range f.Sections {
			w.add(section.Title)
		}
		for i := range f.Tables {
			w.add(f.Tables[i].Key)
		}
		for _, cell := range f.Cells() {
			w.add(cell.ID, cell.Row.Key, cell.Row.Label, cell.Column.Key, cell.Column.Label)
		}
	}
	for _, block := range officialBlocks() {
		w.add(block.Heading, block.Corner)
	}
	return w
})
