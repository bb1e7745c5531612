// Package perceptron is a classifier that learns from examples: a net of one
// hidden layer. What goes in are numbers from 0 to 1, what comes out is how
// probable each class is.
//
// It is small on purpose: ten digits in small print need no more, and it runs
// wherever Go does.
package perceptron

import (
	"encoding/binary"
	"fmt"
	"io"
	"math"
)

// Net is a net that has learned. Weights of a layer are row after row, one row
// for each unit: its weight for each input, and last its bias.
type Net struct {
	inputs, hidden, classes int
	first, second           []float32
}

// Probabilities are those of the classes for an input; they add up to 1.
func (n *Net) Probabilities(input []float32) []float32 {
	return softmax(n.out(n.active(input)))
}

// active is what the hidden units say.
func (n *Net) active(input []float32) []float32 {
	list := layer(n.first, input, n.hidden)
	for i, v := range list {
		list[i] = max(v, 0)
	}
	return list
}

func (n *Net) out(active []float32) []float32 { return layer(n.second, active, n.classes) }

// layer weighs the inputs for each unit.
func layer(weights, input []float32, units int) []float32 {
	list, wide := make([]float32, units), len(input)+1
	for u := range list {
		row := weights[u*wide : (u+1)*wide]
		sum := row[len(input)]
		for i, v := range input {
			sum += row[i] * v
		}
		list[u] = sum
	}
	return list
}

func softmax(list []float32) []float32 {
	most, sum := list[0], float32(0)
	for _, v := range list {
		most = max(most, v)
	}
	for i, v := range list {
		list[i] = float32(math.Exp(float64(v - most)))
		sum += list[i]
	}
	for i := range list {
		list[i] /= sum
	}
	return list
}

// step is the unit of weights in a file: 16 bits for each reach to ±16.
const step = 1.0 / 2048

// Write writes the net: its three sizes and its weights, 16 bits each, least
// byte first.
func (n *Net) Write(w io.Writer) error {
	numbers := []int16{int16(n.inputs), int16(n.hidden), int16(n.classes)}
	for _, weights := range [][]float32{n.first, n.second} {
		for _, v := range weights {
			numbers = append(numbers, int16(math.Round(min(max(float64(v)/step, math.MinInt16), math.MaxInt16))))
		}
	}
	return binary.Write(w, binary.LittleEndian, numbers)
}

// Read reads a net that Write wrote.
func Read(r io.Reader) (*Net, error) {
	var sizes [3]int16
	if err := binary.Read(r, binary.LittleEndian, &sizes); err != nil {
		return nil, fmt.Errorf("net: %w", err)
	}
	n := newNet(int(sizes[0]), int(sizes[1]), int(sizes[2]))
	for _, weights := range [][]float32{n.first, n.second} {
		numbers := make([]int16, len(weights))
		if err := binary.Read(r, binary.LittleEndian, numbers); err != nil {
			return nil, fmt.Errorf("net: %w", err)
		}
		for i, v := range numbers {
			weights[i] = float32(v) * step
		}
	}
	return n, nil
}

func newNet(inputs, hidden, classes int) *Net {
	return &Net{inputs, hidden, classes, make([]float32, hidden*(inputs+1)), make([]float32, classes*(hidden+1))}
}
