package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
)

// PDFium finds the objects of a file whose table is wrong, but not its pages when
// the trailer is gone, which stands at the very end: of a file that was cut off
// it opens nothing. The objects say themselves what they are.

var (
	objectHead  = regexp.MustCompile(`(\d{1,7})[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b`)
	isCatalog   = regexp.MustCompile(`/Type\s*/Catalog\b`)
	isPageTree  = regexp.MustCompile(`/Type\s*/Pages\b`)
	isPage      = regexp.MustCompile(`/Type\s*/Page\b`)
	hasParent   = regexp.MustCompile(`/Parent\s+(\d{1,7})\s`)
	isPacked    = regexp.MustCompile(`/Type\s*/ObjStm\b`)
	packedCount = regexp.MustCompile(`/N\s+(\d{1,6})\b`)
	packedFirst = regexp.MustCompile(`/First\s+(\d{1,7})\b`)
)

// maxRepaired is the most objects that are looked for; a report has some hundred,
// one drawn with Type 3 fonts two thousand.
const maxRepaired = 100_000

// repair is a file that gets a table of objects and a trailer.
type repair struct {
	data    []byte
	offsets map[int]int // of the last object of each number: it is the one in force
	numbers []int       // in the order of the file
	largest int
	left    int64 // bytes that may still be unpacked
}

// repaired is the file with its objects listed anew; nil when it shows no page, or
// is encrypted: then nothing can be read without its trailer.
func repaired(data []byte) []byte {
	if bytes.Contains(data, []byte("/Encrypt")) {
		return nil
	}
	r := &repair{data: slices.Clone(data[max(0, bytes.Index(data, []byte("%PDF-"))):]), offsets: map[int]int{}, left: maxUnpacked}
	r.close()
	r.find()
	r.unpack()
	root, ok := r.root()
	if !ok {
		return nil
	}
	r.writeTable(root)
	return r.data
}

// close ends the object in which the file breaks off. Half a dictionary is none.
func (r *repair) close() {
	heads := objectHead.FindAllIndex(r.data, maxRepaired)
	if len(heads) == 0 {
		return
	}
	last := heads[len(heads)-1][0]
	switch rest := r.data[last:]; {
	case bytes.Contains(rest, []byte("endobj")):
	case bytes.Contains(rest, []byte("stream")):
		r.data = append(r.data, "\nendstream\nendobj\n"...)
	default:
		r.data = r.data[:last]
	}
}

func (r *repair) find() {
	for _, at := range objectHead.FindAllSubmatchIndex(r.data, maxRepaired) {
		number, _ := strconv.Atoi(string(r.data[at[2]:at[3]]))
		r.put(number, at[2])
	}
}

func (r *repair) put(number, offset int) {
	if _, known := r.offsets[number]; !known {
		r.numbers = append(r.numbers, number)
	}
	r.offsets[number] = offset
	r.largest = max(r.largest, number)
}

// entries are what stands between an object's number and its end or its stream.
func (r *repair) entries(number int) []byte {
	const longest = 1 << 13
	text := r.data[r.offsets[number]:]
	text = text[:min(len(text), longest)]
	for _, end := range []string{"endobj", "stream"} {
		if i := bytes.Index(text, []byte(end)); i >= 0 {
			text = text[:i]
		}
	}
	return text
}

// unpack writes the objects that are packed in streams at the end of the file, those
// of the last stream first: of two of one number the later is in force.
func (r *repair) unpack() {
	for _, number := range slices.Backward(slices.Clone(r.numbers)) {
		if entries := r.entries(number); isPacked.Match(entries) {
			r.unpackOne(entries, r.data[r.offsets[number]+len(entries):])
		}
	}
}

// unpackOne takes the objects of one stream: first come the pairs of their numbers
// and offsets, from First on they themselves.
func (r *repair) unpackOne(entries, stream []byte) {
	count, first := packedCount.FindSubmatch(entries), packedFirst.FindSubmatch(entries)
	_, body, _ := nextStream(stream)
	in, err := zlib.NewReader(bytes.NewReader(body))
	if count == nil || first == nil || err != nil {
		return
	}
	text, _ := io.ReadAll(io.LimitReader(in, r.left))
	r.left -= int64(len(text))
	begin, _ := strconv.Atoi(string(first[1]))
	if begin > len(text) {
		return
	}
	pairs := bytes.Fields(text[:begin])
	for i := 0; i+1 < len(pairs); i += 2 {
		number, bad := strconv.Atoi(string(pairs[i]))
		from, worse := strconv.Atoi(string(pairs[i+1]))
		to := len(text) - begin
		if i+3 < len(pairs) {
			to, _ = strconv.Atoi(string(pairs[i+3]))
		}
		if _, known := r.offsets[number]; !known && bad == nil && worse == nil && from >= 0 && from < to && to <= len(text)-begin {
			r.add(number, string(text[begin:][from:to]))
		}
	}
}

// add writes an object at the end of the file.
func (r *repair) add(number int, body string) {
	r.put(number, len(r.data))
	r.data = fmt.Appendf(r.data, "%d 0 obj\n%s\nendobj\n", number, body)
}

// root is the number of the catalog. One that is lost is written anew, and so is
// the page tree, when there are pages.
func (r *repair) root() (number int, ok bool) {
	if number, ok = r.last(isCatalog, nil); ok {
		return number, true
	}
	tree, ok := r.last(isPageTree, hasParent)
	if !ok {
		if tree, ok = r.growTree(); !ok {
			return 0, false
		}
	}
	number = r.largest + 1
	r.add(number, fmt.Sprintf("<</Type/Catalog/Pages %d 0 R>>", tree))
	return number, true
}

// last is the last object that is of the kind, and not of the other.
func (r *repair) last(kind, not *regexp.Regexp) (number int, ok bool) {
	for _, n := range slices.Backward(r.numbers) {
		if entries := r.entries(n); kind.Match(entries) && (not == nil || !not.Match(entries)) {
			return n, true
		}
	}
	return 0, false
}

// growTree writes a page tree of all pages that are there, in the order of the
// file, under the number that the pages know.
func (r *repair) growTree() (number int, ok bool) {
	var kids []byte
	count := 0
	number = r.largest + 1
	for _, n := range r.numbers {
		entries := r.entries(n)
		if !isPage.Match(entries) {
			continue
		}
		count++
		kids = fmt.Appendf(kids, "%d 0 R ", n)
		if parent := hasParent.FindSubmatch(entries); parent != nil {
			number, _ = strconv.Atoi(string(parent[1]))
		}
	}
	if count > 0 {
		r.add(number, fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]>>", count, kids))
	}
	return number, count > 0
}

// writeTable writes the table of objects and the trailer.
func (r *repair) writeTable(root int) {
	table := len(r.data)
	r.data = append(r.data, "xref\n0 1\n0000000000 65535 f \n"...)
	slices.Sort(r.numbers)
	for _, number := range r.numbers {
		if number > 0 {
			r.data = fmt.Appendf(r.data, "%d 1\n%010d 00000 n \n", number, r.offsets[number])
		}
	}
	r.data = fmt.Appendf(r.data, "trailer\n<</Root %d 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n", root, r.largest+1, table)
}
