package salvage

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/crc32"
	"io"
)

const (
	describedLater = 1 << 3 // the lengths and the checksum stand behind the part

	deflated = 8
)

// maxMeasured bounds, in bytes, what of a file is unpacked, to nowhere, to find
// where its parts end: twice the largest part that any reader takes.
const maxMeasured = 64 << 20

// measure finds where a part ends whose header does not say it, or says it
// wrongly. The checksum behind the part is taken where one stands; else the part
// keeps one that cannot be right, as nothing tells whether it is whole.
func (p *part) measure(body []byte, left *int64) {
	p.CompressedSize64 = uint64(len(body))
	if at := bytes.Index(body, []byte("PK\x03\x04")); at >= 0 && p.Method != deflated {
		p.CompressedSize64 = uint64(at)
	}
	if p.Method != deflated {
		p.UncompressedSize64 = p.CompressedSize64
		return
	}
	in, sum := bytes.NewReader(body), crc32.NewIEEE()
	size, err := io.Copy(sum, io.LimitReader(flate.NewReader(in), *left))
	*left -= size
	packed := len(body) - in.Len()
	p.CompressedSize64, p.UncompressedSize64 = uint64(packed), uint64(size)
	if p.Flags&describedLater != 0 {
		p.CRC32 = ^sum.Sum32()
		if stored, ok := described(body[packed:]); ok && err == nil {
			p.CRC32 = stored
		}
	}
	p.Flags &^= describedLater
}

// described is the checksum in a data descriptor, APPNOTE 4.3.9.
func described(data []byte) (sum uint32, ok bool) {
	data = bytes.TrimPrefix(data, []byte("PK\x07\x08"))
	if len(data) < 12 {
		return 0, false
	}
	return binary.LittleEndian.Uint32(data), true
}
