package pdf

import (
	"bytes"
	"compress/flate"
	"io"

	"gouji/parser/jpeg"
)

// PDFium shows of a damaged picture what it can decode. Whether it is what was scanned,
// only the picture's codes and checksums tell.

// mostPicture bounds, in bytes, a picture that is checked; A3 at 600 dots per inch
// takes 10 MB at the best quality.
const mostPicture = 32 << 20

// check notes that a picture of the page is damaged which may hold a table.
func (d *drawing) check(picture uint64) {
	last := len(d.content.Torn) - 1
	if known := last >= 0 && d.content.Torn[last] == d.number; !known && d.torn(picture) {
		d.content.Torn = append(d.content.Torn, d.number)
	}
}

// torn reports whether a picture's data is damaged, as far as that can be told: fax
// codes and wavelets have no ends and sums to hold it to.
func (r *reading) torn(picture uint64) bool {
	filters := r.filters(picture)
	if len(filters) == 0 || filters[0] != "FlateDecode" && filters[0] != "DCTDecode" {
		return false
	}
	data := r.packed(picture)
	if len(data) == 0 {
		return false
	}
	if filters[0] == "FlateDecode" {
		if _, whole := unpacks(flate.NewReader(nil), data, mostPicture); !whole {
			return true
		}
		data, filters = inflated(data), filters[1:]
	}
	return len(filters) > 0 && filters[0] == "DCTDecode" && jpeg.Check(data) != nil
}

// filters are the names of a picture's filters, from the outermost.
func (r *reading) filters(picture uint64) []string {
	const longest = 32 // bytes of scratch memory
	var list []string
	for i := range r.count("FPDFImageObj_GetImageFilterCount", picture) {
		length := r.call("FPDFImageObj_GetImageFilter", picture, uint64(i), r.at(0), longest)
		if length < 1 || length > longest {
			return nil
		}
		name, _ := r.module.Memory().Read(r.scratch, uint32(length-1))
		list = append(list, string(name))
	}
	return list
}

// packed are a picture's bytes as the file has them; nil when they are too many.
func (r *reading) packed(picture uint64) []byte {
	length := r.call("FPDFImageObj_GetImageDataRaw", picture, 0, 0)
	if length == 0 || length > mostPicture {
		return nil
	}
	address := r.call("malloc", length)
	if address == 0 {
		return nil
	}
	defer r.free(address)
	r.call("FPDFImageObj_GetImageDataRaw", picture, address, length)
	view, _ := r.module.Memory().Read(uint32(address), uint32(length))
	return bytes.Clone(view)
}

func inflated(data []byte) []byte {
	const header = 2
	text, _ := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data[min(header, len(data)):])), mostPicture))
	return text
}
