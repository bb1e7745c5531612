package salvage

import (
	"bytes"
	"encoding/binary"
	"slices"
)

var directorySign = []byte("PK\x01\x02")

// An entry of the directory, APPNOTE 4.3.12: where its fields stand, and its length
// without the name.
const (
	entryCRCAt, entryNameAt = 16, 28

	entrySize = 46
)

// directory holds the checksums that what is left of the directory gives to names.
type directory map[string][]uint32

// directoryOf reads the entries that are left, wherever they stand.
func directoryOf(data []byte) directory {
	d := directory{}
	for entries := 0; entries < maxParts; entries++ {
		at := bytes.Index(data, directorySign)
		if at < 0 || len(data)-at < entrySize {
			break
		}
		entry := data[at:]
		if end := entrySize + int(binary.LittleEndian.Uint16(entry[entryNameAt:])); end <= len(entry) {
			name := string(entry[entrySize:end])
			d[name] = append(d[name], binary.LittleEndian.Uint32(entry[entryCRCAt:]))
		}
		data = entry[len(directorySign):]
	}
	return d
}

// vouch gives a part that the directory knows with another checksum the
// directory's: it is of another archive, half of which was written over this one,
// and whoever unpacks it learns that it cannot be trusted.
func (d directory) vouch(p *part) {
	if sums := d[p.Name]; len(sums) > 0 && !slices.Contains(sums, p.CRC32) {
		p.CRC32 = sums[0]
	}
}
