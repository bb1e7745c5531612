package table

import (
	"io"

	"github.com/parquet-go/parquet-go"
)

// groupBytes is how much of a table a row group of a Parquet file holds, in bytes
// before it is packed: little enough to wait in memory for eleven tables at once,
// and enough for readers to skip by.
const groupBytes = 8 << 20

// dictionaryBytes is how large the dictionary of a column may grow before its text is
// written plainly: whole sections of reports hardly ever repeat.
const dictionaryBytes = 1 << 20

// NewParquet writes the table as Parquet. What is missing is NULL.
func NewParquet(w io.Writer, t *Table) Writer {
	schema := parquet.NewSchema(t.Name, parquetRoot(t))
	return &parquetWriter{
		out: parquet.NewGenericWriter[any](w, schema, parquet.Compression(&parquet.Zstd), parquet.DictionaryMaxBytes(dictionaryBytes),
			parquet.CreatedBy("gouji", "1", "dataset")), // the library's own word changes with its version
		row: make(parquet.Row, len(t.Columns)),
	}
}

type parquetWriter struct {
	out     *parquet.GenericWriter[any]
	row     parquet.Row
	waiting int // bytes of the row group
}

func (p *parquetWriter) Write(row []Value) error {
	for i, v := range row {
		p.row[i] = v.parquet(i)
		p.waiting += 8 + len(v.text)
	}
	if _, err := p.out.WriteRows([]parquet.Row{p.row}); err != nil || p.waiting < groupBytes {
		return err
	}
	p.waiting = 0
	return p.out.Flush()
}

func (p *parquetWriter) Close() error { return p.out.Close() }

// parquet is the value in a column by number.
func (v Value) parquet(column int) parquet.Value {
	const there = 1 // level of definition of an optional column's value
	if !v.known {
		return parquet.NullValue().Level(0, 0, column)
	}
	var p parquet.Value
	switch v.kind {
	case Words:
		p = parquet.ByteArrayValue([]byte(v.text))
	case Integer:
		p = parquet.Int64Value(int64(v.number))
	case Number:
		p = parquet.DoubleValue(v.number)
	case Boolean:
		p = parquet.BooleanValue(v.number != 0)
	}
	return p.Level(0, there, column)
}

// ordered is a group whose columns keep their order: parquet.Group sorts them.
type ordered struct {
	parquet.Group
	fields []parquet.Field
}

func (o *ordered) Fields() []parquet.Field { return o.fields }

func parquetRoot(t *Table) parquet.Node {
	root := &ordered{Group: parquet.Group{}}
	for _, c := range t.Columns {
		node := parquet.Optional(parquetLeaf(c.Kind))
		root.Group[c.Name] = node
		root.fields = append(root.fields, parquet.Group{c.Name: node}.Fields()...)
	}
	return root
}

func parquetLeaf(k Kind) parquet.Node {
	switch k {
	case Integer:
		return parquet.Int(64)
	case Number:
		return parquet.Leaf(parquet.DoubleType)
	case Boolean:
		return parquet.Leaf(parquet.BooleanType)
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}
