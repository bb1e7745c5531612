// Package cipher finds which digits stand for others: sums go in that fail as
// printed, and out comes the one exchange of digits by which all of them hold.
//
// A font whose table of characters is wrong does to the digits of a report what
// a puzzle of letters for digits does (SEND + MORE = MONEY): every 3 says 8 and
// every 8 says 3, or all codes are one too high. Nobody mistypes like that. A
// sum is then an equation, homogeneous and linear, in what its digits stand for,
// and the search is for different digits that solve them all.
//
// The bargain: what chance explains is no cipher (see Break), and nothing is
// said of digits that no sum depends on.
//
//	key, only, ok := cipher.Break(sums)
//	key.Moved() // [3 8]: key[3] is 8, key[8] is 3
package cipher

import (
	"math"
	"slices"
)

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

var asPrinted = Key{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}

// leastBroken is how many sums without a common number must be broken before an
// exchange of digits is looked for: two wrong numbers are just that.
const leastBroken = 3

// Break finds the exchange of digits by which all the sums hold, that of the
// fewest digits; false when there is none, when the sums hold as they are, or
// when so few are broken that chance explains it (see convincing). Where several
// exchanges of as few digits do, only is false and the key is the first of them.
func Break(sums []Sum) (key Key, only, ok bool) {
	broken := independent(sums)
	if broken < leastBroken {
		return asPrinted, false, false
	}
	s := newSearch(sums)
	s.most = convincing(len(s.digits), broken)
	s.extend(0)
	if s.found > 0 && s.work <= mostWork {
		return s.best, s.found == 1, true
	}
	return shifted(sums)
}

// shifted finds the shift of all digits by which all the sums hold. There are nine
// shifts, so that of tables with few numbers they are told where other exchanges
// of as many digits are not.
func shifted(sums []Sum) (key Key, only, ok bool) {
	for by := 1; by < len(key); by++ {
		for digit := range key {
			key[digit] = (digit + by) % len(key)
		}
		if !slices.ContainsFunc(sums, func(s Sum) bool { return !s.Holds(key) }) {
			return key, true, true
		}
	}
	return asPrinted, false, false
}

// convincing is how many of the digits an exchange may move so that it is no
// chance when it settles so many broken sums: of m among n digits there are at
// most n!/(n−m)!/m! · (10−n+m)!/(10−n)! exchanges, and each settles a wrong sum
// in one case of ten or so. Less than one of ten may do so with all of them.
func convincing(digits, broken int) int {
	exchanges, likely := 1.0, math.Pow10(broken-1)
	for m := range digits {
		exchanges *= float64(digits-m) / float64(m+1) * float64(10-digits+m+1)
		if exchanges > likely {
			return m
		}
	}
	return digits
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
	if s.Holds(asPrinted) {
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
