package pdf

import (
	"encoding/binary"
	"unicode/utf16"
)

// authorBytes is the most that the name of an author may have, in UTF-16.
const authorBytes = 512

// author is the Author of the file's properties; empty when it names none.
func (r *reading) author() string {
	key := r.load([]byte("Author\x00"))
	defer r.free(key)
	text := r.load(make([]byte, authorBytes))
	defer r.free(text)
	length := r.count("FPDF_GetMetaText", r.handle, key, text, authorBytes)
	if r.err != nil || length < 2 || length > authorBytes {
		return ""
	}
	data, _ := r.module.Memory().Read(uint32(text), uint32(length-2)) // without the 0 at its end
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}
