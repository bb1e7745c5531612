package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAStampHidesAPartOfARuling(t *testing.T) {
	across := marks(image.Rect(0, 100, 400, 104), image.Rect(0, 300, 400, 304))
	above := image.Rect(200, 100, 203, 160)
	for name, c := range map[string]struct {
		below image.Rectangle
		want  int
	}{
		"the hole ends in the air":      {image.Rect(201, 210, 204, 304), 1},
		"it is too long":                {image.Rect(201, 260, 204, 304), 2},
		"the pieces are not of a line":  {image.Rect(260, 210, 263, 304), 2},
		"the other piece meets no line": {image.Rect(201, 210, 204, 280), 2},
	} {
		assert.Len(t, bridged(marks(above, c.below), across, 300), c.want, name)
		assert.Len(t, bridged(marks(c.below, above), across, 300), c.want, "%s, from below", name)
	}
	cell := marks(image.Rect(200, 40, 203, 104), image.Rect(200, 150, 203, 304))
	assert.Len(t, bridged(cell, append(across, marks(image.Rect(0, 148, 400, 152))...), 300), 2, "two merged cells")
}
