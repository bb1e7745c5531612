package perceptron

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Exclusive or is what no net without a hidden layer learns.
var exclusiveOr = []Example{{[]float32{0, 0}, 0}, {[]float32{0, 1}, 1}, {[]float32{1, 0}, 1}, {[]float32{1, 1}, 0}}

func TestLearn(t *testing.T) {
	n := Lesson{Hidden: 16, Classes: 2, Rounds: 32000, Seed: 1}.Learn(exclusiveOr)
	var file bytes.Buffer
	require.NoError(t, n.Write(&file))
	read, err := Read(&file)
	require.NoError(t, err)
	for _, e := range exclusiveOr {
		assert.Greater(t, read.Probabilities(e.Input)[e.Class], float32(0.9), "%v", e.Input)
	}
}

func TestReadOfAFileCutOff(t *testing.T) {
	_, err := Read(bytes.NewReader([]byte{2, 0, 2, 0, 2, 0, 1}))
	assert.Error(t, err)
}
