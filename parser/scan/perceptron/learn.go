package perceptron

import (
	"math"
	"math/rand/v2"
)

// Example is an input and the class that it is of.
type Example struct {
	Input []float32
	Class int
}

// Lesson is how a net learns.
type Lesson struct {
	Hidden  int    // units of the hidden layer
	Classes int    // how many there are
	Rounds  int    // how often all examples are shown
	Seed    uint64 // of the first weights and the order of the examples
}

// The parameters of Adam (Kingma and Ba, 2015), with a rate that falls to
// nothing in the end.
const (
	rate           = 0.002
	decay1, decay2 = 0.9, 0.999
	tiny           = 1e-8
	batch          = 64
	shrink         = 1e-5 // weights are drawn to zero by this share a step
	firstWeights   = 2.0  // variance of the first weights, over the inputs
	quarterTurn    = math.Pi / 2
)

// Learn makes a net from examples, which must be some and of one length.
func (l Lesson) Learn(examples []Example) *Net {
	random := rand.New(rand.NewPCG(l.Seed, 0))
	n := newNet(len(examples[0].Input), l.Hidden, l.Classes)
	n.start(random)
	first, second := newAdam(len(n.first)), newAdam(len(n.second))
	steps := max(1, l.Rounds*len(examples)/batch)
	for s := range steps {
		for range batch {
			e := &examples[random.IntN(len(examples))]
			n.blame(e, first.gradient, second.gradient)
		}
		speed := rate * math.Cos(quarterTurn*float64(s)/float64(steps))
		first.step(n.first, speed)
		second.step(n.second, speed)
	}
	return n
}

func (n *Net) start(random *rand.Rand) {
	for i := range n.first {
		n.first[i] = float32(random.NormFloat64() * math.Sqrt(firstWeights/float64(n.inputs)))
	}
	for i := range n.second {
		n.second[i] = float32(random.NormFloat64() * math.Sqrt(firstWeights/float64(n.hidden)))
	}
}

// blame adds to the gradients how each weight makes the example less probable.
func (n *Net) blame(e *Example, first, second []float32) {
	active := n.active(e.Input)
	wrong := softmax(n.out(active))
	wrong[e.Class]--
	below := make([]float32, n.hidden)
	for c, d := range wrong {
		row, gradient := n.second[c*(n.hidden+1):], second[c*(n.hidden+1):]
		for h, a := range active {
			gradient[h] += d * a
			below[h] += d * row[h]
		}
		gradient[n.hidden] += d
	}
	for h, d := range below {
		if active[h] <= 0 || d == 0 {
			continue
		}
		gradient := first[h*(n.inputs+1) : (h+1)*(n.inputs+1)]
		for i, v := range e.Input {
			gradient[i] += d * v
		}
		gradient[n.inputs] += d
	}
}

// adam remembers how the weights of a layer moved.
type adam struct {
	gradient, mean, square []float32
	power1, power2         float64
}

func newAdam(n int) *adam {
	return &adam{make([]float32, n), make([]float32, n), make([]float32, n), 1, 1}
}

// step moves the weights against the gradient, and forgets it.
func (a *adam) step(weights []float32, speed float64) {
	a.power1, a.power2 = a.power1*decay1, a.power2*decay2
	scale := float32(speed / (1 - a.power1))
	unbias := float32(1 / (1 - a.power2))
	for i, g := range a.gradient {
		g /= batch
		a.mean[i] = decay1*a.mean[i] + (1-decay1)*g
		a.square[i] = decay2*a.square[i] + (1-decay2)*g*g
		root := float32(math.Sqrt(float64(a.square[i]*unbias))) + tiny
		weights[i] -= scale*a.mean[i]/root + shrink*weights[i]
		a.gradient[i] = 0
	}
}
