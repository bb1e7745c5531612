package scan

import (
	"bytes"
	"encoding/binary"
	"image"
)

// The tags of TIFF 6.0 that a grey picture needs, in order.
const (
	tagWidth, tagHeight, tagBits, tagCompression, tagColours    = 256, 257, 258, 259, 262
	tagOffsets, tagSamples, tagRows, tagBytes                   = 273, 277, 278, 279
	typeLong, tiffUncompressed, tiffBlackIsZero, tiffHeaderSize = 4, 1, 1, 8
)

// album writes pictures as the pages of a TIFF file, the one format in which
// the recogniser takes many at a time from its standard input.
func album(pictures []*image.Gray) []byte {
	out := bytes.NewBufferString("II*\x00")
	at := uint32(tiffHeaderSize)
	for i, p := range pictures {
		pixels := packed(p)
		fields := [][2]uint32{
			{tagWidth, uint32(p.Rect.Dx())}, {tagHeight, uint32(p.Rect.Dy())}, {tagBits, 8}, {tagCompression, tiffUncompressed},
			{tagColours, tiffBlackIsZero}, {tagOffsets, at}, {tagSamples, 1}, {tagRows, uint32(p.Rect.Dy())}, {tagBytes, uint32(len(pixels))},
		}
		directory := at + uint32(len(pixels))
		put(out, directory) // of this page: in the header, or the end of the last one's
		out.Write(pixels)
		binary.Write(out, binary.LittleEndian, uint16(len(fields)))
		for _, f := range fields {
			binary.Write(out, binary.LittleEndian, [2]uint16{uint16(f[0]), typeLong})
			put(out, 1)
			put(out, f[1])
		}
		at = directory + uint32(2+12*len(fields)+4)
		if i == len(pictures)-1 {
			put(out, 0)
		}
	}
	return out.Bytes()
}

func put(out *bytes.Buffer, n uint32) { binary.Write(out, binary.LittleEndian, n) }

// packed are the pixels, rows without gaps between, an even number: what
// follows stands at a word.
func packed(p *image.Gray) []byte {
	var data []byte
	for y := range p.Rect.Dy() {
		data = append(data, p.Pix[y*p.Stride:y*p.Stride+p.Rect.Dx()]...)
	}
	if len(data)%2 == 1 {
		data = append(data, 0xFF)
	}
	return data
}
