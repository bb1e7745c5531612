package doc

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
)

// record is one of OfficeArt, [MS-ODRAW] 2.2.1.
type record struct {
	kind, instance int
	nest           bool // its content is records
	content        []byte
}

// The kinds of records that lead to a picture.
const (
	artStore     = 0xF001 // the pictures of the file
	artShape     = 0xF004
	artEntry     = 0xF007 // a picture of the store
	artShapeID   = 0xF00A
	artOptions   = 0xF00B
	artEMF       = 0xF01A // packed
	artWMF       = 0xF01B // packed
	artJPEG      = 0xF01D
	artPNG       = 0xF01E
	artBitmap    = 0xF01F // without its file header
	artJPEGAgain = 0xF02A
)

// deepestArt is how far records nest: groups of shapes in a drawing make five.
const deepestArt = 12

// records takes a list of them apart. One that is cut off ends the list.
func records(data []byte) []record {
	const head = 8
	var list []record
	b := reader{data}
	for at := 0; at+head <= len(data); {
		size := b.i32(at + 4)
		if size < 0 || size > len(data)-at-head {
			break
		}
		list = append(list, record{b.u16(at + 2), b.u16(at) >> 4, b.u16(at)&0xF == 0xF, data[at+head : at+head+size]})
		at += head + size
	}
	return list
}

// all gives the records of a kind, wherever they nest.
func all(list []record, kind, depth int) []record {
	var found []record
	for _, r := range list {
		switch {
		case r.kind == kind:
			found = append(found, r)
		case r.nest && depth < deepestArt:
			found = append(found, all(records(r.content), kind, depth+1)...)
		}
	}
	return found
}

// blip is the record of a picture that can be unpacked, in a list or in entries of the
// store in it; nil for none.
func blip(list []record) *record {
	const fixed, nameLength = 36, 33 // of an entry: its bytes before the name
	for i := range list {
		switch r := &list[i]; r.kind {
		case artEMF, artWMF, artJPEG, artJPEGAgain, artPNG, artBitmap:
			return r
		case artEntry:
			b := reader{r.content}
			if inner := blip(records(b.bytes(fixed+b.u8(nameLength), len(r.content)))); inner != nil {
				return inner
			}
		}
	}
	return nil
}

// picture is that of a blip as it was put in: PNG, JPEG, BMP, EMF or WMF.
func (r *record) picture() []byte {
	const uid, tag = 16, 1
	start := uid
	if r.instance&1 == 1 {
		start += uid // a second one
	}
	content := reader{r.content}
	switch r.kind {
	case artEMF, artWMF:
		return unpackedMetafile(reader{content.bytes(start, len(r.content))})
	case artBitmap:
		return withFileHeader(content.bytes(start+tag, len(r.content)))
	}
	return content.bytes(start+tag, len(r.content))
}

// mostMetafile, bytes: of a metafile unpacked. That of a table has 200,000.
const mostMetafile = 32 << 20

// unpackedMetafile is a metafile behind its OfficeArtMetafileHeader, [MS-ODRAW] 2.2.31.
// Of one that is damaged it is what comes out.
func unpackedMetafile(b reader) []byte {
	const compression, head, deflated = 32, 34, 0
	packed := b.bytes(head, len(b.data))
	if b.u8(compression) != deflated {
		return packed
	}
	unpacker, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil
	}
	data, _ := io.ReadAll(io.LimitReader(unpacker, mostMetafile))
	return data
}

// withFileHeader makes a BMP file of a bitmap in memory.
func withFileHeader(bitmap []byte) []byte {
	const fileHeader, most = 14, 256
	b := reader{bitmap}
	header, bits, colours := b.i32(0), b.u16(14), b.i32(32)
	if colours <= 0 && bits <= 8 {
		colours = 1 << bits
	}
	if header < 40 || header > len(bitmap) || colours < 0 || colours > most {
		return nil
	}
	var out bytes.Buffer
	out.WriteString("BM")
	binary.Write(&out, binary.LittleEndian, []uint32{uint32(fileHeader + len(bitmap)), 0, uint32(fileHeader + header + 4*colours)})
	out.Write(bitmap)
	return out.Bytes()
}
