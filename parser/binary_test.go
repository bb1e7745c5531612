package parser

import (
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// filledReport has something other than zero in every field, those that others add too.
func filledReport() *Report {
	r := &Report{}
	fillValue(reflect.ValueOf(r).Elem())
	return r
}

func fillValue(v reflect.Value) {
	switch {
	case v.Type() == officialType:
		v.Set(reflect.ValueOf(officialBlocks()[2]))
	case v.Kind() == reflect.String:
		v.SetString("政府信息")
	case v.Kind() == reflect.Bool:
		v.SetBool(true)
	case v.Kind() == reflect.Int:
		v.SetInt(-7)
	case v.Kind() == reflect.Float64:
		v.SetFloat(0.1)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fillValue(v.Elem())
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillValue(v.Index(0)) // the second stays zero, its slices nil
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			fillValue(v.Field(i))
		}
	}
}

func TestBinaryCarriesEveryField(t *testing.T) {
	for _, r := range []*Report{{}, {Authors: []string{}, Period: &Period{}}, filledReport()} {
		data, err := r.MarshalBinary()
		require.NoError(t, err)
		again, err := r.MarshalBinary()
		require.NoError(t, err)
		assert.Equal(t, data, again)
		var read Report
		require.NoError(t, read.UnmarshalBinary(data))
		assert.Equal(t, r, &read)
		for i := range r.Tables {
			if blocks := r.Tables[i].Blocks; len(blocks) > 0 {
				assert.Same(t, blocks[0].Official, read.Tables[i].Blocks[0].Official)
			}
		}
	}
}

func TestBinaryRefusesOtherBytes(t *testing.T) {
	data, err := filledReport().MarshalBinary()
	require.NoError(t, err)
	var r Report
	for i := range data {
		assert.ErrorIs(t, r.UnmarshalBinary(data[:i]), ErrBinary, i)
		data[i] ^= 4
		assert.ErrorIs(t, r.UnmarshalBinary(data), ErrBinary, "byte %d changed", i)
		data[i] ^= 4
	}
	assert.Equal(t, Report{}, r)
}

// What cannot be read again is not written either.
func TestBinaryHasOneBoundForWritingAndReading(t *testing.T) {
	for name, r := range map[string]*Report{
		"text":     {Title: strings.Repeat("字", maxBinary/len("字")+1)},
		"elements": {Figures: make([]Figure, maxBinary/int(reflect.TypeFor[Figure]().Size())+1)},
	} {
		_, err := r.MarshalBinary()
		assert.ErrorIs(t, err, errTooLarge, name)
	}
}

func TestBinaryKeepsEveryKindOfNumber(t *testing.T) {
	for _, value := range []float64{0, math.Copysign(0, -1), 1, -1, 0.1, math.Inf(1), math.SmallestNonzeroFloat64} {
		data, err := (&Report{Figures: []Figure{{Value: value}}}).MarshalBinary()
		require.NoError(t, err)
		var r Report
		require.NoError(t, r.UnmarshalBinary(data))
		assert.Equal(t, math.Float64bits(value), math.Float64bits(r.Figures[0].Value))
	}
}

func FuzzUnmarshalBinary(f *testing.F) {
	for _, r := range []*Report{{}, filledReport()} {
		data, err := r.MarshalBinary()
		require.NoError(f, err)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var r Report
		_ = r.UnmarshalBinary(data)
		readPlain(data) // what packing and its sum hide from the fuzzer
		_, _ = inflated(data)
	})
}

// typicalReport is as large as a report of a department: all cells of the form, its
// tables with the places of all labels, and some 3,000 characters of prose.
func typicalReport() *Report {
	r := &Report{Organ: "某县民政局", Year: 2024, Template: "2021"}
	f := form.ForYear(r.Year)
	for i, cell := range f.Cells() {
		where := document.Place{Page: 2, Box: document.Box{X0: 71.25 + float64(i), Y0: 100.5, X1: 90.1, Y1: 112}}
		r.Figures = append(r.Figures, Figure{ID: cell.ID, State: Number, Value: float64(i % 9), Raw: strconv.Itoa(i % 9), Where: where})
	}
	for i := range f.Tables {
		r.Tables = append(r.Tables, typicalTable(&f.Tables[i]))
	}
	for n := range 5 {
		s := Section{Number: n + 1, Official: n + 1, Match: Exact}
		for p := range 10 {
			s.Passages = append(s.Passages, Passage{Text: strings.Repeat(string(rune(0x4e00+997*n+61*p))+"年工作以公开为常态", 6)})
		}
		r.Sections = append(r.Sections, s)
	}
	return r
}

func typicalTable(official *form.Table) Table {
	t := Table{Key: official.Key, Edition: form.Edition2021}
	for i := range official.Blocks {
		block := Block{Official: &official.Blocks[i]}
		for _, row := range block.Official.Rows {
			label := Label{Key: row.Key, Printed: row.Label, Official: row.Label, Match: Exact, Where: document.Place{Page: 2, Box: document.Box{X1: 30.5, Y1: 12}}}
			block.Rows = append(block.Rows, Row{Label: label, Cells: slices.Repeat([]string{"0"}, len(block.Official.Columns))})
		}
		t.Blocks = append(t.Blocks, block)
	}
	return t
}

func BenchmarkBinary(b *testing.B) {
	r := typicalReport()
	data, err := r.MarshalBinary()
	require.NoError(b, err)
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			_, _ = r.MarshalBinary()
		}
		b.ReportMetric(float64(len(data)), "stored-bytes")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			var read Report
			_ = read.UnmarshalBinary(data)
		}
	})
}
