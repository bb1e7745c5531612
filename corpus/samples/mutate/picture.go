package main

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"

	"gouji/parser/jpeg"
)

// pictureMutations are what befalls scans besides: nearly all their bytes are those of
// pictures, so that chance seldom finds the few that say where each belongs. They know
// the files of our own generator; nil is a file to which they can do nothing.
var pictureMutations = []mutation{
	{"structure", structureChanged},
	{"pictures swapped", func(_ *rand.Rand, data, _ []byte) []byte { return swapped(data, pictureUsed) }},
	{"pages swapped", func(_ *rand.Rand, data, _ []byte) []byte { return swapped(data, pageListed) }},
	{"page lost", pageLost},
	{"blocks lost", blocksLost},
	{"picture's header", headerChanged},
	{"one value", valueChanged},
}

var (
	pictureUsed = regexp.MustCompile(`/I (\d+) 0 R`)
	pageListed  = regexp.MustCompile(`(\d+) 0 R `)
	twoPages    = regexp.MustCompile(`Kids\[(\d+ 0 R )(\d+ 0 R )\]/Count 2`)
)

// pictureOf is where a picture of the file begins and ends; its codes begin header
// bytes on.
func pictureOf(r *rand.Rand, data []byte) (from, to, header int) {
	all := photographs(data)
	if len(all) == 0 {
		return 0, 0, 0
	}
	one := all[r.IntN(len(all))]
	return one[0], one[1], bytes.LastIndex(data[one[0]:one[1]], []byte{0xFF, 0xDA}) + len("..length parts")
}

// photographs are where the pictures begin and end.
func photographs(data []byte) (list [][2]int) {
	begin, end := []byte("stream\n\xFF\xD8"), []byte("\nendstream")
	for at := 0; ; {
		from := bytes.Index(data[at:], begin)
		if from < 0 {
			return list
		}
		from += at + len("stream\n")
		to := bytes.Index(data[from:], end)
		if to < 0 {
			return list
		}
		at = from + to
		list = append(list, [2]int{from, at})
	}
}

// structureChanged flips bits of all that is no picture.
func structureChanged(r *rand.Rand, data, _ []byte) []byte {
	var outside []int
	at := 0
	for _, picture := range append(photographs(data), [2]int{len(data), len(data)}) {
		for ; at < picture[0]; at++ {
			outside = append(outside, at)
		}
		at = picture[1]
	}
	data = bytes.Clone(data)
	for range 1 + r.IntN(3) {
		data[outside[r.IntN(len(outside))]] ^= 1 << r.IntN(8)
	}
	return data
}

// swapped exchanges the first two numbers that a pattern finds.
func swapped(data []byte, numbers *regexp.Regexp) []byte {
	found := numbers.FindAllSubmatchIndex(data, 2)
	if len(found) < 2 {
		return nil
	}
	a, b := found[0], found[1]
	return slices.Concat(data[:a[2]], data[b[2]:b[3]], data[a[3]:b[2]], data[a[2]:a[3]], data[b[3]:])
}

// pageLost lists one page of two, or one of them twice.
func pageLost(r *rand.Rand, data, _ []byte) []byte {
	found := twoPages.FindSubmatchIndex(data)
	if found == nil {
		return nil
	}
	data = bytes.Clone(data)
	first, second := data[found[2]:found[3]], data[found[4]:found[5]]
	switch r.IntN(4) {
	case 0:
		copy(first, second)
	case 1:
		copy(second, first)
	case 2:
		copy(second, bytes.Repeat([]byte(" "), len(second)))
		data[found[1]-1] = '1'
	default:
		copy(first, bytes.Repeat([]byte(" "), len(first)))
		data[found[1]-1] = '1'
	}
	return data
}

// blocksLost takes codes away; the file keeps its length.
func blocksLost(r *rand.Rand, data, _ []byte) []byte {
	const most = 8000
	from, to, header := pictureOf(r, data)
	if to-from < header+most {
		return nil
	}
	size := 1 + r.IntN(most)
	at := from + header + r.IntN(to-from-header-size)
	return slices.Concat(data[:at], data[at+size:to], make([]byte, size), data[to:])
}

// headerChanged flips a bit of a picture's header.
func headerChanged(r *rand.Rand, data, _ []byte) []byte {
	from, _, header := pictureOf(r, data)
	if header == 0 {
		return nil
	}
	data = bytes.Clone(data)
	data[from+r.IntN(header)] ^= 1 << r.IntN(8)
	return data
}

// valueChanged flips bits of a picture's codes that no length shows: the brightness from
// a block on, or the pattern of one.
func valueChanged(r *rand.Rand, data, _ []byte) []byte {
	from, to, header := pictureOf(r, data)
	if header == 0 {
		return nil
	}
	data = bytes.Clone(data)
	for flips, wanted := 0, 1+r.IntN(20); flips < wanted; {
		at, bit := from+header+r.IntN(to-from-header), byte(1)<<r.IntN(8)
		data[at] ^= bit
		if jpeg.Check(data[from:to]) == nil {
			flips++
		} else {
			data[at] ^= bit
		}
	}
	return data
}
