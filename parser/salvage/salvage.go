// Package salvage finds the parts of a zip archive whose directory is lost or
// wrong: a .docx, .odt or .ofd that was cut off, or that lost or gained bytes.
//
//	data, lost := salvage.Zip(data) // before archive/zip reads it
//
// A zip says everything twice: in a header before each part, and in the
// directory at its end. Where the directory does not lead to the parts, the
// headers are searched for, and the parts found are put into a new archive.
// They are copied as they are packed and keep the checksums that the file gives
// them, so that whoever unpacks one learns whether it is whole; so does one of a
// part for which the directory, or what is left of it, has another checksum.
//
// The bargain: a sound archive is given back as it is; nothing is unpacked to
// memory, no part is invented, and nobody but the reader of a part says whether
// it can be trusted.
package salvage

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// maxParts bounds the parts that are searched for; a report has some thirty.
const maxParts = 20_000

var localSign = []byte("PK\x03\x04")

// Zip gives an archive that can be opened: data itself when it is sound or when
// no part is found in it. lost says, in Chinese, what is wrong with it; empty
// when it is sound.
func Zip(data []byte) (whole []byte, lost string) {
	if sound(data) {
		return data, ""
	}
	parts, known := partsOf(data), directoryOf(data)
	for i := range parts {
		known.vouch(&parts[i])
	}
	if built := rebuilt(parts); built != nil {
		return built, "压缩包的目录损坏或缺失，由程序重建，可能有内容没有读到"
	}
	return data, ""
}

// sound reports whether the directory can be read and leads to the parts.
func sound(data []byte) bool {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(archive.File) == 0 {
		return false
	}
	for _, f := range archive.File {
		at, err := f.DataOffset()
		if err != nil || at+int64(f.CompressedSize64) > int64(len(data)) {
			return false
		}
	}
	return true
}

// part is one that was found, as it is packed.
type part struct {
	zip.FileHeader
	packed []byte
}

// partsOf searches for headers. What a header says of the length is believed
// when another one follows there.
func partsOf(data []byte) []part {
	var list []part
	left := int64(maxMeasured)
	for len(list) < maxParts && left > 0 {
		at := bytes.Index(data, localSign)
		if at < 0 {
			break
		}
		p, rest, ok := readPart(data[at:], &left)
		if !ok {
			data = data[at+len(localSign):]
			continue
		}
		list, data = append(list, p), rest
	}
	return list
}

// The header of a part, APPNOTE 4.3.7: where its fields stand, and its length
// without the name and the extra field.
const (
	flagsAt, methodAt, crcAt, packedAt, unpackedAt, nameAt, extraAt = 6, 8, 14, 18, 22, 26, 28

	headerSize = 30
)

// readPart reads the part whose header begins the data, and gives what follows
// it; ok is false when that is no header. left is how much may still be unpacked.
func readPart(data []byte, left *int64) (p part, rest []byte, ok bool) {
	if len(data) < headerSize {
		return p, nil, false
	}
	u16 := func(at int) int { return int(binary.LittleEndian.Uint16(data[at:])) }
	u32 := func(at int) uint32 { return binary.LittleEndian.Uint32(data[at:]) }
	begin := headerSize + u16(nameAt) + u16(extraAt)
	if begin > len(data) || u16(nameAt) == 0 {
		return p, nil, false
	}
	name := string(data[headerSize : headerSize+u16(nameAt)])
	if !utf8.ValidString(name) || strings.ContainsAny(name, "\x00\n") {
		return p, nil, false
	}
	p.Name, p.Method, p.Flags = name, uint16(u16(methodAt)), uint16(u16(flagsAt))
	p.CRC32, p.CompressedSize64, p.UncompressedSize64 = u32(crcAt), uint64(u32(packedAt)), uint64(u32(unpackedAt))
	body := data[begin:]
	if p.Flags&describedLater != 0 || !followed(body, p.CompressedSize64) {
		p.measure(body, left)
	}
	p.packed = body[:min(uint64(len(body)), p.CompressedSize64)]
	p.CompressedSize64 = uint64(len(p.packed))
	return p, body[len(p.packed):], true
}

// followed reports whether something of an archive follows that many bytes.
func followed(body []byte, size uint64) bool {
	return size <= uint64(len(body)) && (size == uint64(len(body)) || bytes.HasPrefix(body[size:], []byte("PK")))
}

// rebuilt is an archive of the parts; nil when there is none.
func rebuilt(parts []part) []byte {
	if len(parts) == 0 {
		return nil
	}
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for i := range parts {
		w, err := archive.CreateRaw(&parts[i].FileHeader)
		if err != nil {
			return nil
		}
		if _, err := w.Write(parts[i].packed); err != nil {
			return nil
		}
	}
	if archive.Close() != nil {
		return nil
	}
	return out.Bytes()
}
