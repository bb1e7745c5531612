package scan

import (
	"image"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestFewerCharactersThanStandThereAreOverlooked(t *testing.T) {
	r := &reader{lines: []textLine{{box: image.Rect(434, 2520, 712, 2565)}, {box: image.Rect(0, 0, 44, 50)}}}
	said := func(characters ...string) (list []reading) {
		for _, c := range characters {
			list = append(list, reading{symbol: symbol{text: c}})
		}
		return list
	}
	label := &strip{lines: []int{0}} // （一）予以公开, 278 by 45 pixels
	assert.True(t, r.overlooked(label, said("E", "R")))
	assert.False(t, r.overlooked(label, said("(", "一", ")", "予", "以", "公", "开")))
	assert.False(t, r.overlooked(&strip{lines: []int{1}}, said("无")))
	assert.True(t, r.overlooked(&strip{lines: []int{1}}, nil))
}
