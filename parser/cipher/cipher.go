// Package cipher finds which digits stand for others: sums go in that fail as
// printed, and out comes the one exchange of digits by which all of them hold.
//
// A font whose table of characters is wrong does to the digits of a report what
// a puzzle of letters for digits does (SEND + MORE = MONEY): every 3 says 8 and
// every 8 says 3, or all codes are one too high. Nobody mistypes like that. A
// sum is then an equation, homogeneous and linear, in what its digits stand for,
// and the search is for different digits that solve them all.
//
// The bargain: what chance explains is no cipher, and nothing is said of digits
// that no sum depends on. A few sums may fail all the same, for a report with a
// font that lies may have an error of its own.
//
//	found := cipher.Break(sums)
//	found.Key.Moved() // [3 8]: Key[3] is 8, Key[8] is 3
package cipher

import "math"

// Sum says that the numbers on the left add up to those on the right.
type Sum struct {
	Left, Right []Number
}

// Number is a number as printed, in a place that several sums may share.
type Number struct {
	Place  string
	Digits string // 0 to 9 only
}

// Key tells by digit what it stands for.
type Key [10]int

// Moved are the digits that stand for another one.
func (k Key) Moved() []int {
	var list []int
	for digit, meant := range k {
		if digit != meant {
			list = append(list, digit)
		}
	}
	return list
}

// Holds reports whether the sum holds when its digits stand for what the key says.
func (s *Sum) Holds(k Key) bool { return s.equation().holds(k) }

// AsPrinted is the key by which every digit stands for itself.
var AsPrinted = Key{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

// Solution is an exchange of digits by which sums hold that fail as printed.
type Solution struct {
	Key Key
	// Only is false where several exchanges of as few digits do as well; Key is then
	// the first of them.
	Only            bool
	Broken, Settled int // sums that fail as printed, and those of them that hold by the key
}

// leastBroken is how many sums without a common number must be broken before an
// exchange of digits is looked for: two wrong numbers are just that.
const leastBroken = 3

// mostErrors is how many sums may fail by the key too: one wrong number breaks its
// row and its column, and in the row of totals the balance.
const mostErrors = 3

// Break finds the exchange of digits by which the most sums hold and, of those,
// that of the fewest digits; nil when there is none, when the sums hold as they
// are, or when chance explains it as well.
func Break(sums []Sum) *Solution {
	broken := independent(sums)
	if broken < leastBroken {
		return nil
	}
	s := newSearch(sums)
	for errors := 0; errors <= mostErrors && errors < broken; errors++ {
		s.errors, s.most = errors, len(s.digits)
		s.extend(0)
		if s.work > mostWork {
			break
		}
		if s.found > 0 {
			if found := solution(sums, s.best, s.found == 1, exchangesOf(s.most, len(s.digits))); found != nil {
				return found
			}
			break
		}
	}
	return shifted(sums)
}

// shifted finds the shift of all digits by which the sums hold. There are nine
// shifts, so that of tables with few numbers they are told where other exchanges
// of as many digits are not.
func shifted(sums []Sum) *Solution {
	for by := 1; by < 10; by++ {
		key := AsPrinted
		for digit := range key {
			key[digit] = (digit + by) % len(key)
		}
		if found := solution(sums, key, true, 9); found != nil {
			return found
		}
	}
	return nil
}

// solution is the key as the solution, nil when it is no more than chance: one of
// so many exchanges was chosen to settle what is broken, and sums to be left out,
// and each exchange settles a broken sum in one case of ten or so. Less than one
// choice in ten may settle all that this one does.
func solution(sums []Sum, key Key, only bool, exchanges float64) *Solution {
	found := &Solution{Key: key, Only: only}
	var settled []Sum
	errors, choices := 0, exchanges
	for i := range sums {
		was, is := sums[i].Holds(AsPrinted), sums[i].Holds(key)
		switch {
		case !is:
			choices *= float64(len(sums)-errors) / float64(errors+1)
			errors++
		case !was:
			settled = append(settled, sums[i])
		}
		if !was {
			found.Broken++
		}
	}
	found.Settled = len(settled)
	if errors > mostErrors || choices > math.Pow10(independent(settled)-1) {
		return nil
	}
	return found
}

// exchangesOf is how many exchanges there are, at most, that move so many of the
// digits that sums depend on: these, and what each of them may stand for.
func exchangesOf(moved, digits int) float64 {
	exchanges := 1.0
	for m := range moved {
		exchanges *= float64(digits-m) / float64(m+1) * float64(10-digits+m+1)
	}
	return exchanges
}

// independent counts broken sums that share no number and do not read the same:
// one wrong number breaks the sums of its row and of its column, and 1 in every
// cell of a table is one oddity, not twenty. They are taken from either end, for
// forms list the sums down the columns before those along the rows.
func independent(sums []Sum) int {
	forwards, backwards := newTaken(), newTaken()
	for i := range sums {
		forwards.take(&sums[i])
		backwards.take(&sums[len(sums)-1-i])
	}
	return max(forwards.count, backwards.count)
}

// taken is the broken sums that were counted: their places, and how they read.
type taken struct {
	places, prints map[string]bool
	count          int
}

func newTaken() *taken { return &taken{places: map[string]bool{}, prints: map[string]bool{}} }

func (t *taken) take(s *Sum) {
	if s.Holds(AsPrinted) {
		return
	}
	print, shared := "", false
	for _, side := range [][]Number{s.Left, s.Right} {
		for _, n := range side {
			print += n.Digits + " "
			shared = shared || t.places[n.Place]
		}
		print += "= "
	}
	if shared || t.prints[print] {
		return
	}
	t.count++
	t.prints[print] = true
	for _, side := range [][]Number{s.Left, s.Right} {
		for _, n := range side {
			t.places[n.Place] = true
		}
	}
}
