package table

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
)

// bom tells Excel that a file is UTF-8.
const bom = "\uFEFF"

// NewCSV writes the table as CSV (RFC 4180, UTF-8, newlines of one byte), its
// head first; with a byte order mark if asked, for Excel.
func NewCSV(w io.Writer, t *Table, mark bool) Writer {
	c := &csvWriter{out: csv.NewWriter(w), record: t.Names()}
	if mark {
		_, c.err = io.WriteString(w, bom)
	}
	if c.err == nil {
		c.err = c.out.Write(c.record)
	}
	return c
}

type csvWriter struct {
	out    *csv.Writer
	record []string
	err    error // of the head
}

func (c *csvWriter) Write(row []Value) error {
	if c.err != nil {
		return c.err
	}
	for i, v := range row {
		c.record[i] = v.printed()
	}
	return c.out.Write(c.record)
}

func (c *csvWriter) Close() error {
	c.out.Flush()
	if c.err != nil {
		return c.err
	}
	return c.out.Error()
}

// NewLines writes the table as JSON lines, an object a row; what is missing is null.
func NewLines(w io.Writer, t *Table) Writer { return &lineWriter{out: w, names: t.Names()} }

type lineWriter struct {
	out   io.Writer
	names []string
	line  bytes.Buffer
}

func (l *lineWriter) Write(row []Value) error {
	l.line.Reset()
	encoder := json.NewEncoder(&l.line)
	encoder.SetEscapeHTML(false)
	for i, v := range row {
		l.line.WriteByte("{,"[min(i, 1)])
		if err := encoder.Encode(l.names[i]); err != nil {
			return err
		}
		l.line.Truncate(l.line.Len() - 1) // Encode ends a line
		l.line.WriteByte(':')
		if err := l.value(encoder, v); err != nil {
			return err
		}
	}
	l.line.WriteString("}\n")
	_, err := l.out.Write(l.line.Bytes())
	return err
}

func (l *lineWriter) value(encoder *json.Encoder, v Value) error {
	switch {
	case !v.known:
		l.line.WriteString("null")
	case v.kind == Words:
		err := encoder.Encode(v.text)
		l.line.Truncate(l.line.Len() - 1)
		return err
	default:
		l.line.WriteString(v.printed())
	}
	return nil
}

func (l *lineWriter) Close() error { return nil }
