package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumberOfFigures(t *testing.T) {
	// 10 + 175 + 15 and 22 + 161 + 15: counted on the printed notices.
	assert.Len(t, Of(Edition2021).Cells(), 200)
	assert.Len(t, Of(Edition2019).Cells(), 198)
}
