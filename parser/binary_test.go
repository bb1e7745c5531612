package parser

import (
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
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
	for cut := range data {
		assert.ErrorIs(t, r.UnmarshalBinary(data[:cut]), ErrBinary, cut)
	}
	data[0]++
	assert.ErrorIs(t, r.UnmarshalBinary(data), ErrBinary)
	assert.Equal(t, Report{}, r)
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
		plain := binaryReader{rest: data} // what packing hides from the fuzzer
		plain.value(reflect.ValueOf(&r).Elem())
	})
}
