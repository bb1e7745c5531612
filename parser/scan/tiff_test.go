package scan

import (
	"bytes"
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/tiff"
)

func TestAlbum(t *testing.T) {
	first, second := image.NewGray(image.Rect(0, 0, 3, 3)), image.NewGray(image.Rect(0, 0, 4, 2))
	first.Pix[4], second.Pix[1] = 7, 9
	data := album([]*image.Gray{first, second})
	read, err := tiff.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, first.Pix, read.(*image.Gray).Pix)
	// the second page's directory is at the end; a header that points to it alone
	// makes it the first
	at := len(data) - (2 + 9*12 + 4)
	data[4], data[5] = byte(at), byte(at>>8)
	read, err = tiff.Decode(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Equal(t, second.Pix, read.(*image.Gray).Pix)
}
