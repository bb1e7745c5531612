// Package table writes tables whose columns are described once: as CSV, JSON
// lines, Parquet and SQLite, and as the Table Schema that tells other programs
// what the columns hold.
//
//	t := &table.Table{Name: "reports", Key: []string{"report_id"}, Columns: []table.Column{
//		{Name: "report_id", Required: true}, {Name: "year", Kind: table.Integer}}}
//	w := table.NewCSV(file, t)
//	err := w.Write([]table.Value{table.String("r1"), table.Int(2024)})
//
// The bargain: what is missing stays missing in every format, and no format has
// a value that another has not. CSV alone can say in the cell why a value is
// missing (None); the others have NULL there. Rows are written as they come and
// in their order, so memory stays flat and the same rows give the same bytes.
package table

import (
	"math"
	"strconv"
	"strings"

	"gouji/validate"
)

// Text is a sentence in Chinese and in English.
type Text = validate.Text

// Kind is what a column holds.
type Kind int

// The kinds of column.
const (
	Words   Kind = iota // text
	Integer             // a whole number
	Number              // a number
	Boolean             // true or false
)

// Table describes a table.
type Table struct {
	Name       string // of its files and in SQLite: reports
	Title      Text
	About      Text // what a row is
	Columns    []Column
	Key        []string // columns that tell rows apart
	References []Reference
	Missing    []string // words that stand in CSV for values that are missing (None)
}

// Column describes a column.
type Column struct {
	Name     string // in all formats
	Short    string // in programs that allow 32 letters, digits and _; empty where Name will do
	Kind     Kind
	Label    Text
	About    Text // more of it; may be empty
	Unit     string
	Required bool       // never missing
	Values   []Category // all that may stand there; nil for anything
}

// Category is one of the few words that a column may hold.
type Category struct {
	Value string
	Label Text
}

// Reference says that columns hold the key of a row of another table.
type Reference struct {
	Columns []string
	Table   string
	Key     []string
}

// Writer takes a table row by row, with a Value for each column.
type Writer interface {
	Write(row []Value) error
	// Close ends the table; the file below stays open.
	Close() error
}

// Value stands in a column of a row. The zero Value is missing.
type Value struct {
	kind   Kind
	known  bool
	text   string  // of Words; of a missing value, why it is missing
	number float64 // of other kinds; 1 for true
}

// String is a text; an empty one is missing. Bytes that are no UTF-8, as some
// file names have, and control characters but the newline are made harmless:
// CSV readers stop at them.
func String(s string) Value {
	s = strings.Map(plain, strings.ToValidUTF8(s, "\uFFFD"))
	return Value{known: s != "", text: s}
}

func plain(r rune) rune {
	if r < ' ' && r != '\n' || r == 0x7F {
		return ' '
	}
	return r
}

// Int is a whole number.
func Int(n int) Value { return Value{kind: Integer, known: true, number: float64(n)} }

// Positive is a whole number above zero; others are missing.
func Positive(n int) Value {
	if n <= 0 {
		return Value{}
	}
	return Int(n)
}

// Float is a number; what is none (NaN, infinite) is missing.
func Float(x float64) Value {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return Value{}
	}
	return Value{kind: Number, known: true, number: x}
}

// Bool is true or false.
func Bool(b bool) Value {
	v := Value{kind: Boolean, known: true}
	if b {
		v.number = 1
	}
	return v
}

// None is missing, and why: a word of Table.Missing.
func None(why string) Value { return Value{text: why} }

// Known reports whether the value is there.
func (v Value) Known() bool { return v.known }

// printed is the value as text; of a missing one, why.
func (v Value) printed() string {
	switch {
	case !v.known || v.kind == Words:
		return v.text
	case v.kind == Boolean:
		return strconv.FormatBool(v.number != 0)
	}
	return strconv.FormatFloat(v.number, 'f', -1, 64)
}

// Names are the names of the columns.
func (t *Table) Names() []string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return names
}

// Variable is the column's name where 32 letters, digits and _ are allowed.
func (c *Column) Variable() string {
	if c.Short != "" {
		return c.Short
	}
	return c.Name
}
