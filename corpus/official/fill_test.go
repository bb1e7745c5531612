package official_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/official"
	"gouji/parser/form"
)

// blank is a form without a figure.
func blank(t *testing.T, f *form.Form) []byte {
	t.Helper()
	data, err := (&official.Filled{Form: f, Organ: "某县", Year: f.FirstYear}).NewWord()
	require.NoError(t, err)
	return data
}

// What a form of the office's own gets is what is read from it.
func TestABlankFormIsFilled(t *testing.T) {
	for _, f := range form.All() {
		want := filled(f)
		data, err := want.Fill(context.Background(), blank(t, f))
		require.NoError(t, err)
		got := read(t, "表.docx", data)
		for _, cell := range f.Cells() {
			figure, entry := got.Figure(cell.ID), want.Cells[cell.ID]
			require.NotNil(t, figure, cell.ID)
			assert.Equal(t, []any{entry.State, entry.Value, ""}, []any{figure.State, figure.Value, figure.Doubt}, cell.ID)
		}
		again, err := want.Fill(context.Background(), blank(t, f))
		require.NoError(t, err)
		assert.Equal(t, data, again, "the same form gives the same bytes")
	}
}

func TestWhatCannotBeFilledIsRefused(t *testing.T) {
	now, before := form.Of(form.Edition2021), form.Of(form.Edition2019)
	_, err := filled(now).Fill(context.Background(), blank(t, before))
	assert.ErrorIs(t, err, official.ErrForm, "another edition")
	full, err := filled(now).NewWord()
	require.NoError(t, err)
	_, err = filled(now).Fill(context.Background(), full)
	assert.ErrorIs(t, err, official.ErrForm, "its cells are not empty")
	for _, data := range []string{"", "no Word file", "<html><h1>某县2024年政府信息公开工作年度报告</h1></html>"} {
		_, err = filled(now).Fill(context.Background(), []byte(data))
		assert.ErrorIs(t, err, official.ErrForm)
	}
}
