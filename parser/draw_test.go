package parser

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

func drawnOf(t *testing.T, path string, pages ...int) ([]Drawing, error) {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	r := NewReader(Options{})
	defer r.Close()
	return r.Draw(context.Background(), data, pages, 72)
}

func TestPagesAreDrawnAsPictures(t *testing.T) {
	list, err := drawnOf(t, "../corpus/samples/2021-row-sum-off-by-one.pdf", 3, 1)
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, 3, list[0].Page.Number)
	assert.Equal(t, 596, list[0].Picture.Bounds().Dx(), "an A4 page in points, rounded up")
	assert.InDelta(t, 595, list[0].Page.Width, 1)
}

func TestPagesOfOFDAreLeftToBeSet(t *testing.T) {
	list, err := drawnOf(t, "../corpus/twins/2021-row-sum-off-by-one.ofd", 2)
	require.NoError(t, err)
	require.Len(t, list, 1)
	assert.Nil(t, list[0].Picture)
	assert.Equal(t, 2, list[0].Page.Number)
	assert.NotEmpty(t, list[0].Page.Glyphs)
}

func TestWhatHasNoPagesIsNotDrawn(t *testing.T) {
	_, err := drawnOf(t, "../corpus/samples/2021-balance.docx", 1)
	var known *document.Error
	require.True(t, errors.As(err, &known))
	assert.Equal(t, document.Unsupported, known.Kind)

	_, err = drawnOf(t, "../corpus/samples/2021-row-sum-off-by-one.pdf", 99)
	require.True(t, errors.As(err, &known), "%v", err)
	assert.Equal(t, document.Corrupt, known.Kind)
}
