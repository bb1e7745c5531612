package jpeg

// huffman is a table of codes: of each length, the largest code and where the symbols of
// that length begin (T.81, F.2.2.3).
type huffman struct {
	symbols []byte
	largest [longestCode + 1]int // -1 for no code of the length
	offset  [longestCode + 1]int // of the symbol of a code of the length, from the code
	short   [1 << shortCode]uint16
}

const (
	longestCode = 16
	shortCode   = 8 // bits: codes up to it are looked up at once
)

// tables reads the tables of a segment.
func (d *decoder) tables(body []byte) error {
	for len(body) > 0 {
		if len(body) < 1+longestCode {
			return errHeader
		}
		class, number := body[0]>>4, body[0]&15
		table, size := newHuffman(body[1:])
		if class > 1 || number > 3 || table == nil {
			return errHeader
		}
		if class == 0 {
			d.dc[number] = table
		} else {
			d.ac[number] = table
		}
		body = body[1+size:]
	}
	return nil
}

// newHuffman makes a table of the numbers of codes by length and their symbols; nil
// when there are more codes than a length has. size is what it takes.
func newHuffman(body []byte) (h *huffman, size int) {
	counts := body[:longestCode]
	total := 0
	for _, n := range counts {
		total += int(n)
	}
	if total > 256 || len(body) < longestCode+total {
		return nil, 0
	}
	h = &huffman{symbols: body[longestCode : longestCode+total]}
	code, symbol := 0, 0
	for length := 1; length <= longestCode; length++ {
		n := int(counts[length-1])
		h.offset[length], h.largest[length] = symbol-code, -1
		if n > 0 {
			h.shorten(code, symbol, n, length)
			code, symbol = code+n, symbol+n
			h.largest[length] = code - 1
		}
		if code > 1<<length {
			return nil, 0
		}
		code <<= 1
	}
	return h, longestCode + total
}

// shorten fills in what bits begin with one of n codes: its length and symbol.
func (h *huffman) shorten(code, symbol, n, length int) {
	if length > shortCode || code+n > 1<<length {
		return
	}
	free := shortCode - length
	for i := range n << free {
		h.short[code<<free+i] = uint16(length)<<8 | uint16(h.symbols[symbol+i>>free])
	}
}

// bits reads the data of a scan, in which a zero stands behind each byte of ones that
// is no marker.
type bits struct {
	data []byte
	at   int
	held uint32
	left int // bits held
}

// fill holds so many bits, or as many as there are before a marker.
func (b *bits) fill(n int) {
	for b.left < n && b.at < len(b.data) {
		next, size := b.data[b.at], 1
		if next == 0xFF {
			if b.at+1 >= len(b.data) || b.data[b.at+1] != 0 {
				return
			}
			size = 2
		}
		b.held, b.left, b.at = b.held<<8|uint32(next), b.left+8, b.at+size
	}
}

// code reads the symbol of the next code.
func (b *bits) code(h *huffman) (symbol int, err error) {
	b.fill(longestCode)
	if b.left >= shortCode {
		if known := h.short[b.held>>(b.left-shortCode)&(1<<shortCode-1)]; known != 0 {
			b.left -= int(known >> 8)
			return int(known & 0xFF), nil
		}
	}
	for length := 1; length <= min(longestCode, b.left); length++ {
		code := int(b.held >> (b.left - length) & (1<<length - 1))
		if code <= h.largest[length] {
			b.left -= length
			return int(h.symbols[code+h.offset[length]]), nil
		}
	}
	if b.left < longestCode {
		return 0, errShort
	}
	return 0, errCode
}

// value reads a number of so many bits, of which the lower half is negative.
func (b *bits) value(size int) (int, error) {
	b.fill(size)
	if b.left < size {
		return 0, errShort
	}
	b.left -= size
	v := int(b.held >> b.left & (1<<size - 1))
	if size > 0 && v < 1<<(size-1) {
		v -= 1<<size - 1
	}
	return v, nil
}

// aligned passes over what fills up the last byte, and reports whether nothing else is
// left: ones, or zeros of careless writers.
func (b *bits) aligned() bool {
	rest, ones := b.held&(1<<b.left-1), uint32(1<<b.left-1)
	b.left = 0
	return rest == 0 || rest == ones
}
