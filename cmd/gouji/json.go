package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"

	"gouji/corpus"
)

// lines prints a JSON record a line: it can be read while it grows.
type lines struct {
	out    *bufio.Writer
	record func(corpus.Result) any
}

func newLines(w io.Writer, record func(corpus.Result) any) *lines {
	return &lines{bufio.NewWriter(w), record}
}

func (l *lines) Print(r corpus.Result) error {
	data, err := encode(l.record(r))
	if err != nil {
		return err
	}
	l.out.Write(data)
	l.out.WriteByte('\n')
	return l.out.Flush()
}

func (l *lines) Close() error { return l.out.Flush() }

// array prints one JSON array, a record a line.
type array struct {
	lines
	number int
}

func newArray(w io.Writer, record func(corpus.Result) any) *array {
	return &array{lines: *newLines(w, record)}
}

func (a *array) Print(r corpus.Result) error {
	data, err := encode(a.record(r))
	if err != nil {
		return err
	}
	if a.number == 0 {
		a.out.WriteString("[\n")
	} else {
		a.out.WriteString(",\n")
	}
	a.number++
	a.out.Write(data)
	return a.out.Flush()
}

func (a *array) Close() error {
	if a.number == 0 {
		a.out.WriteString("[")
	}
	a.out.WriteString("\n]\n")
	return a.out.Flush()
}

// encode is JSON on one line in which <, > and & stand as themselves.
func encode(value any) ([]byte, error) {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, err
	}
	return bytes.TrimRight(buffer.Bytes(), "\n"), nil
}
