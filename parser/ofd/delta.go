package ofd

import (
	"math"
	"strconv"
	"strings"
)

// largest is a number, in millimetres, beyond which nothing makes sense.
const largest = 1e7

// number reads a finite number.
func number(s string) (float64, bool) {
	value, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(value) || math.Abs(value) > largest {
		return 0, false
	}
	return value, true
}

// flag is an attribute that is true or false, 1 or 0.
func flag(n *node, name string, missing bool) bool {
	switch n.Attribute(name) {
	case "true", "1":
		return true
	case "false", "0":
		return false
	}
	return missing
}

// numbers reads an array: numbers parted by spaces, colours also as #FF. Where one
// of them is no number there is no array.
func numbers(s string) []float64 {
	const most, longest = 16, 1024
	if len(s) > longest {
		return nil
	}
	var list []float64
	for _, field := range strings.Fields(strings.ReplaceAll(s, ",", " ")) {
		if len(list) == most {
			return nil
		}
		if hex, ok := strings.CutPrefix(field, "#"); ok {
			value, err := strconv.ParseUint(hex, 16, 16)
			if err != nil {
				return nil
			}
			list = append(list, float64(value))
			continue
		}
		value, ok := number(field)
		if !ok {
			return nil
		}
		list = append(list, value)
	}
	return list
}

// deltas reads the distances from each character to the next, no more than most:
// g 3 2.5 is 2.5 three times.
func deltas(s string, most int) []float64 {
	const longest = 64 // bytes of one number, generously
	s = s[:min(len(s), longest*most)]
	fields := strings.Fields(strings.ReplaceAll(s, ",", " "))
	var list []float64
	for len(fields) > 0 && len(list) < most {
		times := 1
		if strings.EqualFold(fields[0], "g") {
			if len(fields) < 3 {
				return list
			}
			count, err := strconv.Atoi(fields[1])
			if err != nil || count < 0 {
				return list
			}
			times, fields = count, fields[2:]
		}
		value, ok := number(fields[0])
		if !ok {
			return list
		}
		for range min(times, most-len(list)) {
			list = append(list, value)
		}
		fields = fields[1:]
	}
	return list
}
