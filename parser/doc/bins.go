package doc

import (
	"slices"
	"sort"
)

// run is a stretch of bytes of WordDocument with its properties: a paragraph
// or characters of one look.
type run struct {
	from, to int
	style    int // of a paragraph
	changes  []byte
}

const pageSize = 512 // of a formatted disk page, [MS-DOC] 2.9.33 and 2.9.174

// binPage is a page that a bin table lists, and the bytes that it says to be the
// page's. The page is cut off where the file is.
type binPage struct {
	reader
	from, to int
}

// binPages are the pages that a bin table lists. None is listed twice, so that there
// are no more than the file can hold: of a table that lists more, there is none.
func (f *file) binPages(index int) []binPage {
	table := reader{f.part(index)}
	n := (len(table.data) - 4) / 8
	if n > len(f.word)/pageSize {
		return nil
	}
	var list []binPage
	for i := range max(n, 0) {
		number := table.i32(4*(n+1)+4*i) & 0x3FFFFF
		page := reader{reader{f.word}.bytes(number*pageSize, pageSize)}
		list = append(list, binPage{page, table.i32(4 * i), table.i32(4*i + 4)})
	}
	return list
}

// readBins reads the pages that a bin table lists.
func (f *file) readBins(index int) []run {
	var list []run
	for _, page := range f.binPages(index) {
		switch {
		case len(page.data) < pageSize:
		case index == papxBins:
			list = append(list, f.paragraphPage(page.reader)...)
		default:
			list = append(list, characterPage(page.reader)...)
		}
	}
	slices.SortStableFunc(list, func(a, b run) int { return a.from - b.from })
	return list
}

func (f *file) paragraphPage(page reader) []run {
	const entry = 13 // bytes of a BxPap
	n := page.u8(pageSize - 1)
	var list []run
	for i := range n {
		r := run{from: page.i32(4 * i), to: page.i32(4*i + 4)}
		at := 2 * page.u8(4*(n+1)+entry*i)
		if at > 0 {
			size, start := 2*page.u8(at)-1, at+1
			if page.u8(at) == 0 {
				size, start = 2*page.u8(at+1), at+2
			}
			if own := page.bytes(start, size); len(own) >= 2 {
				r.style = reader{own}.u16(0)
				r.changes = f.whole(own[2:])
			}
		}
		list = append(list, r)
	}
	return list
}

// mostLong is how many bytes of properties are taken from the Data stream: a row of
// sixteen cells has 400, and a report fifty such rows.
const mostLong = 16 << 20

// whole follows properties that were too long for their page to the Data stream.
func (f *file) whole(changes []byte) []byte {
	for _, s := range sprms(changes) {
		if s.code != sprmPHugePapx && s.code != sprmPHugePapxOld {
			continue
		}
		data := reader{f.data}
		at := reader{s.operand}.i32(0)
		more := data.bytes(at+2, data.u16(at))
		f.long += len(more)
		f.torn = f.torn || len(more) == 0 || len(more) < data.u16(at) || f.long > mostLong
		if f.long > mostLong {
			return changes
		}
		return append(slices.Clone(changes), more...)
	}
	return changes
}

func characterPage(page reader) []run {
	n := page.u8(pageSize - 1)
	var list []run
	for i := range n {
		r := run{from: page.i32(4 * i), to: page.i32(4*i + 4)}
		if at := 2 * page.u8(4*(n+1)+i); at > 0 {
			r.changes = page.bytes(at+1, page.u8(at))
		}
		list = append(list, r)
	}
	return list
}

// at finds the run that holds a byte; nil for none.
func at(list []run, offset int) *run {
	i := sort.Search(len(list), func(i int) bool { return list[i].to > offset })
	if i == len(list) || list[i].from > offset {
		return nil
	}
	return &list[i]
}
