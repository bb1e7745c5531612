package parser

import "bytes"

// Pictures in formats that are not read are told of where they may be a table: nobody
// is to think that the report lacks it.

// leastForeign, bytes: a table packed as AVIF or HEIF has ten thousand; icons have
// fewer.
const leastForeign = 8_000

// mayHideTable reports whether a picture that cannot be read may be a table: an SVG of
// as many texts as a table has cells, or an AVIF or HEIF that is large enough.
func mayHideTable(data []byte) bool {
	const head, brand = 1024, 4
	if bytes.Contains(data[:min(len(data), head)], []byte("<svg")) {
		return bytes.Count(data, []byte("<text"))+bytes.Count(data, []byte("<tspan")) >= tabular
	}
	if len(data) < leastForeign {
		return false
	}
	for _, sign := range []string{"ftypavif", "ftypavis", "ftypheic", "ftypheix", "ftypmif1"} {
		if bytes.HasPrefix(data[brand:], []byte(sign)) {
			return true
		}
	}
	return false
}
