package validate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumbersArePlain(t *testing.T) {
	for _, c := range []struct {
		value float64
		want  string
	}{
		{3120, "3120"}, {26.55, "26.55"}, {0.1 + 0.2, "0.3"}, {0.3 - 0.2 - 0.1, "0"}, {-3.5, "-3.5"},
		{576467737829, "576467737829"}, {4294969932.72, "4294969932.72"}, {999999999999, "999999999999"}, {1e15, "1000000000000000"},
	} {
		assert.Equal(t, c.want, Number(c.value))
	}
}
