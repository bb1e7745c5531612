package cipher

// equation is a sum as what each digit counts in it: 13 + 8 = 21 is
// 10·one + three + eight − 10·two − one.
type equation [10]int64

func (s *Sum) equation() (e equation) {
	e.add(s.Left, 1)
	e.add(s.Right, -1)
	return e
}

func (e *equation) add(numbers []Number, sign int64) {
	for _, n := range numbers {
		weight := sign
		for i := len(n.Digits) - 1; i >= 0; i-- {
			e[n.Digits[i]-'0'] += weight
			weight *= 10
		}
	}
}

func (e equation) holds(k Key) bool {
	var off int64
	for digit, weight := range e {
		off += weight * int64(k[digit])
	}
	return off == 0
}

// mostWork bounds the search, in digits tried: some milliseconds. Ten digits have
// 3.6 million exchanges; sums of few digits come first and leave few of them: of
// 100,000 reports with errors of all kinds none took more than 20,000.
const mostWork = 50_000

// search tries what the digits may stand for, one after the other.
type search struct {
	digits  []int    // in the order of trying
	ready   [][]test // by the number of digits tried: what can then be tested
	leading [10]bool // the digit begins a number of several: it is no 0
	errors  int      // sums that may fail
	most    int      // digits that may stand for another one

	key   Key
	used  [10]bool
	moved int
	work  int
	best  Key
	found int // keys that move as few digits as the best
}

// test is an equation with the number of sums that come to it.
type test struct {
	equation
	sums int
}

func newSearch(sums []Sum) *search {
	s := &search{key: AsPrinted, ready: make([][]test, 1)}
	var open []test
	at := map[equation]int{{}: -1}
	for i := range sums {
		s.lead(sums[i].Left)
		s.lead(sums[i].Right)
		e := sums[i].equation()
		index, known := at[e]
		switch {
		case !known:
			at[e] = len(open)
			open = append(open, test{e, 1})
		case index >= 0:
			open[index].sums++
		}
	}
	s.order(open)
	return s
}

func (s *search) lead(numbers []Number) {
	for _, n := range numbers {
		if len(n.Digits) > 1 {
			s.leading[n.Digits[0]-'0'] = true
		}
	}
}

// order sorts the digits so that equations can be tested early: always those of
// the equation that lacks the fewest come next.
func (s *search) order(open []test) {
	var chosen [10]bool
	for len(open) > 0 {
		next := 0
		for i := range open {
			if len(open[i].lacks(&chosen)) < len(open[next].lacks(&chosen)) {
				next = i
			}
		}
		for _, digit := range open[next].lacks(&chosen) {
			chosen[digit] = true
			s.digits = append(s.digits, digit)
			s.ready = append(s.ready, nil)
		}
		last := len(s.digits)
		s.ready[last] = append(s.ready[last], open[next])
		open = append(open[:next], open[next+1:]...)
	}
}

// lacks are the digits of the equation that are not chosen yet.
func (e equation) lacks(chosen *[10]bool) []int {
	var list []int
	for digit, weight := range e {
		if weight != 0 && !chosen[digit] {
			list = append(list, digit)
		}
	}
	return list
}

// extend tries everything for the digits from the n-th on.
func (s *search) extend(n int) {
	allowed := s.errors
	defer func() { s.errors = allowed }()
	for i := range s.ready[n] {
		if t := &s.ready[n][i]; !t.holds(s.key) {
			s.errors -= t.sums
		}
		if s.errors < 0 {
			return
		}
	}
	if n == len(s.digits) {
		s.keep()
		return
	}
	for meant := range 10 {
		if s.work++; s.work > mostWork {
			return
		}
		s.try(n, meant)
	}
}

func (s *search) try(n, meant int) {
	digit, moves := s.digits[n], 0
	if meant != digit {
		moves = 1
	}
	if s.used[meant] || meant == 0 && s.leading[digit] || s.moved+moves > s.most {
		return
	}
	s.key[digit], s.used[meant], s.moved = meant, true, s.moved+moves
	s.extend(n + 1)
	s.key[digit], s.used[meant], s.moved = digit, false, s.moved-moves
}

// keep keeps a key that solves the sums; only keys as good are looked for then.
func (s *search) keep() {
	if s.found == 0 || s.moved < s.most {
		s.best, s.found, s.most = s.key, 0, s.moved
	}
	s.found++
}
