package metafile

import (
	"bytes"
	"encoding/binary"

	"gouji/parser/pdf/ink"
)

// bitmapAt draws a bitmap, a DIB without its file header ([MS-WMF] 2.2.2.9), and keeps
// the largest of a file.
func (d *device) bitmapAt(info, bits []byte, at, size ink.Point) {
	m := d.shown()
	d.ink.Image(ink.Around(m.Apply(at), m.Apply(ink.Point{X: at.X + size.X, Y: at.Y + size.Y})))
	b := reader{info}
	pixels := max(b.i32(4), -b.i32(4)) * max(b.i32(8), -b.i32(8))
	if pixels <= d.bitmapPixels {
		return
	}
	if file := bitmapFile(info, bits); file != nil {
		d.bitmap, d.bitmapPixels = file, pixels
	}
}

// bitmapFile is a bitmap as a file: a BMP, or the JPEG or PNG that it packs.
func bitmapFile(info, bits []byte) []byte {
	const compression, least, asJPEG, asPNG, head = 16, 40, 4, 5, 14
	b := reader{info}
	if len(info) < least || len(bits) == 0 {
		return nil
	}
	if packed := b.u32(compression); packed == asJPEG || packed == asPNG {
		return bits
	}
	var out bytes.Buffer
	out.WriteString("BM")
	start := uint32(head + len(info))
	binary.Write(&out, binary.LittleEndian, []uint32{start + uint32(len(bits)), 0, start})
	out.Write(info)
	out.Write(bits)
	return out.Bytes()
}

// bitmapHead is how long a DIB is before its pixels, with its colours; 0 when it is none.
func bitmapHead(info []byte) int {
	const bitsAt, compression, coloursAt, least, masked, masks, most = 14, 16, 32, 40, 3, 12, 256
	b := reader{info}
	head, bits, colours := b.i32(0), b.u16(bitsAt), b.i32(coloursAt)
	if colours <= 0 && bits <= 8 {
		colours = 1 << bits
	}
	if head < least || colours < 0 || colours > most {
		return 0
	}
	if head == least && b.u32(compression) == masked {
		head += masks
	}
	if head += 4 * colours; head >= len(info) {
		return 0
	}
	return head
}
