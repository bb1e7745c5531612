package main

import (
	"bytes"
	"math/rand/v2"
	"slices"
)

// mutation is one way to damage the bytes of a file; other is a second file of
// the same format.
type mutation struct {
	name string
	do   func(r *rand.Rand, data, other []byte) []byte
}

// mutations are what disks, cables and programs do to files.
var mutations = []mutation{
	{"one bit", func(r *rand.Rand, data, _ []byte) []byte { return flipped(r, data, 1) }},
	{"some bits", func(r *rand.Rand, data, _ []byte) []byte { return flipped(r, data, 2+r.IntN(15)) }},
	{"bytes changed", changed},
	{"cut off", func(r *rand.Rand, data, _ []byte) []byte { return data[:r.IntN(len(data))] }},
	{"tail lost", func(r *rand.Rand, data, _ []byte) []byte { return data[:len(data)-r.IntN(min(len(data), 2000))] }},
	{"deleted", deleted},
	{"inserted", inserted},
	{"repeated", repeated},
	{"zeroed", zeroed},
	{"sector lost", sectorLost},
	{"moved", moved},
	{"spliced", spliced},
	{"overlaid", overlaid},
}

func flipped(r *rand.Rand, data []byte, bits int) []byte {
	data = bytes.Clone(data)
	for range bits {
		data[r.IntN(len(data))] ^= 1 << r.IntN(8)
	}
	return data
}

func changed(r *rand.Rand, data, _ []byte) []byte {
	data = bytes.Clone(data)
	for range 1 + r.IntN(8) {
		data[r.IntN(len(data))] = byte(r.IntN(256))
	}
	return data
}

// block is a random part of the data, short ones as often as long ones.
func block(r *rand.Rand, data []byte) (from, to int) {
	const doublings = 14 // up to 16 KB
	size := 1 + r.IntN(1<<r.IntN(doublings))
	from = r.IntN(len(data))
	return from, min(len(data), from+size)
}

func deleted(r *rand.Rand, data, _ []byte) []byte {
	from, to := block(r, data)
	return slices.Concat(data[:from], data[to:])
}

func inserted(r *rand.Rand, data, _ []byte) []byte {
	const most = 512
	junk := make([]byte, 1+r.IntN(most))
	for i := range junk {
		junk[i] = byte(r.IntN(256))
	}
	at := r.IntN(len(data) + 1)
	return slices.Concat(data[:at], junk, data[at:])
}

func repeated(r *rand.Rand, data, _ []byte) []byte {
	from, to := block(r, data)
	return slices.Concat(data[:to], data[from:])
}

func zeroed(r *rand.Rand, data, _ []byte) []byte {
	data = bytes.Clone(data)
	from, to := block(r, data)
	clear(data[from:to])
	return data
}

// sectorLost puts zeros for whole sectors of a disk, as a download does that was
// broken off and filled up.
func sectorLost(r *rand.Rand, data, _ []byte) []byte {
	const sector = 512
	data = bytes.Clone(data)
	from := r.IntN(len(data)/sector+1) * sector
	clear(data[min(from, len(data)):min(len(data), from+sector*(1+r.IntN(8)))])
	return data
}

func moved(r *rand.Rand, data, _ []byte) []byte {
	from, to := block(r, data)
	rest := slices.Concat(data[:from], data[to:])
	at := r.IntN(len(rest) + 1)
	return slices.Concat(rest[:at], data[from:to], rest[at:])
}

// spliced is the beginning of one file and the end of another.
func spliced(r *rand.Rand, data, other []byte) []byte {
	return slices.Concat(data[:r.IntN(len(data))], other[r.IntN(len(other)):])
}

// overlaid has a block of another file written over its own, as a file system
// does that lost its tables.
func overlaid(r *rand.Rand, data, other []byte) []byte {
	data = bytes.Clone(data)
	from, to := block(r, other)
	copy(data[r.IntN(len(data)):], other[from:to])
	return data
}
