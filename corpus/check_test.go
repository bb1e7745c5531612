package corpus

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
	"gouji/validate/register"
)

// checked checks the batch through the fake chain.
func checked(b *Batch) []Result {
	readings, err := b.readAll(context.Background(), fake())
	if err != nil {
		return nil
	}
	return slices.Collect(readings.Check(context.Background()))
}

func TestReportsAreCheckedTogetherAndHandedOutInOrder(t *testing.T) {
	folder := lay(t, "this/1.pdf", "ok", "this/2.pdf", "locked", "this/3.pdf", "ok", "last/1.pdf", "ok", "last/2.pdf", "odd")
	read := 0
	b := &Batch{Paths: []string{folder + "/this"}, Previous: []string{folder + "/last", folder + "/gone"}, Jobs: 2, Progress: func(Result) { read++ }}
	results := checked(b)
	assert.Equal(t, []string{"this/1.pdf", "this/2.pdf encrypted", "this/3.pdf", "last/2.pdf corrupt", "gone unreadable"}, outline(folder, results))
	assert.NotEmpty(t, results[0].Findings, "a report without tables")
	assert.Nil(t, results[0].Document, "it was let go")
	assert.Equal(t, 6, read)
	assert.Equal(t, 6, b.Count())
}

func TestAPanicInACheckIsOneFilesError(t *testing.T) {
	panics := func(context.Context, *Result) error { panic("a rule") }
	passes := func(_ context.Context, r *Result) error { r.Findings = make([]validate.Finding, 1); return nil }
	report := &parser.Report{}
	jobs := []job{{Result{Source: parser.Source{Path: "a", SHA256: "1"}, Report: report}, panics}, {Result{Report: report}, passes}}
	var log bytes.Buffer
	results := slices.Collect((&Batch{Log: &log}).inOrder(context.Background(), slices.Values(jobs)))
	require.Len(t, results, 2)
	require.NotNil(t, results[0].Err)
	assert.Equal(t, document.Corrupt, results[0].Err.Kind)
	assert.Equal(t, parser.Source{Path: "a", SHA256: "1"}, results[0].Source)
	assert.Nil(t, results[0].Report)
	assert.Contains(t, log.String(), "a rule")
	assert.Len(t, results[1].Findings, 1)
}

// A report that was read is never an error because of the register.
func TestWithoutFindingsTheRegisterIsNoResult(t *testing.T) {
	folder := lay(t, "1.pdf", "ok")
	b := &Batch{Paths: []string{folder}, Options: validate.Options{Register: register.New("units.csv", nil)}}
	assert.Equal(t, []string{"1.pdf"}, outline(folder, checked(b)))
}

func TestBreakingOffACheckIsAllowed(t *testing.T) {
	folder := lay(t, "1.pdf", "ok", "2.pdf", "ok")
	b := &Batch{Paths: []string{folder}}
	b.Skipped = map[string]int{}
	for range must(b.readAll(context.Background(), fake())).Check(context.Background()) {
		break
	}
}

func must(r *Readings, err error) *Readings {
	if err != nil {
		panic(err)
	}
	return r
}
