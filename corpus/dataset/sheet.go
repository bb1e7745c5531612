package dataset

import (
	"slices"

	"gouji/corpus/dataset/table"
)

// sheet is a table, and how its rows are made of values of a type.
type sheet[T any] struct {
	table.Table
	columns []column[T]
}

// column is a column, and what stands in it.
type column[T any] struct {
	table.Column
	value func(T) table.Value
}

// described is the table with its columns.
func (s *sheet[T]) described() *table.Table {
	t := s.Table
	t.Columns = make([]table.Column, len(s.columns))
	for i, c := range s.columns {
		t.Columns[i] = c.Column
	}
	return &t
}

func (s *sheet[T]) row(of T, row []table.Value) []table.Value {
	row = row[:0]
	for _, c := range s.columns {
		row = append(row, c.value(of))
	}
	return row
}

// text, number … are columns that need no more than a name, a label and a value.

func text[T any](name, zh, en string, value func(T) string) column[T] {
	return column[T]{table.Column{Name: name, Label: table.Text{ZH: zh, EN: en}}, func(of T) table.Value { return table.String(value(of)) }}
}

func integer[T any](name, zh, en string, value func(T) table.Value) column[T] {
	return column[T]{table.Column{Name: name, Kind: table.Integer, Label: table.Text{ZH: zh, EN: en}}, value}
}

func number[T any](name, zh, en string, value func(T) table.Value) column[T] {
	return column[T]{table.Column{Name: name, Kind: table.Number, Label: table.Text{ZH: zh, EN: en}}, value}
}

func truth[T any](name, zh, en string, value func(T) bool) column[T] {
	return column[T]{table.Column{Name: name, Kind: table.Boolean, Label: table.Text{ZH: zh, EN: en}}, func(of T) table.Value { return table.Bool(value(of)) }}
}

func (c column[T]) required() column[T] {
	c.Required = true
	return c
}

func (c column[T]) about(zh, en string) column[T] {
	c.About = table.Text{ZH: zh, EN: en}
	return c
}

func (c column[T]) of(values ...table.Category) column[T] {
	c.Values = values
	return c
}

// within are columns of a part of the row.
func within[T, P any](columns []column[P], part func(T) P) []column[T] {
	list := make([]column[T], len(columns))
	for i, c := range columns {
		list[i] = column[T]{c.Column, func(of T) table.Value { return c.value(part(of)) }}
	}
	return list
}

// only are the columns of the names, in their order.
func only[T any](columns []column[T], names ...string) []column[T] {
	var list []column[T]
	for _, name := range names {
		i := slices.IndexFunc(columns, func(c column[T]) bool { return c.Name == name })
		list = append(list, columns[i])
	}
	return list
}
