package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/zlib"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
)

// damageInside damages what is packed in a file and packs it again with the
// right checksums: the file then truly says another thing, and only what it says
// can tell. nil when nothing in it is packed.
func damageInside(r *rand.Rand, m mutation, data, other []byte) []byte {
	if bytes.HasPrefix(data, []byte("PK")) {
		return insideZip(r, m, data, other)
	}
	return insideStream(r, m, data, other)
}

// mainPart is the part of an archive that the text is in.
var mainPart = regexp.MustCompile(`^(word/document|content|.*Pages/.*Content)\.xml$`)

func insideZip(r *rand.Rand, m mutation, data, other []byte) []byte {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range archive.File {
		content := partOf(data, f.Name)
		if mainPart.MatchString(f.Name) {
			content = m.do(r, content, slices.Concat(partOf(other, f.Name), content))
		}
		part, err := w.Create(f.Name)
		if err != nil {
			return nil
		}
		part.Write(content)
	}
	w.Close()
	return out.Bytes()
}

// partOf is the content of a part of an archive; nil when there is none.
func partOf(data []byte, name string) []byte {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil
	}
	f, err := archive.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	content, _ := io.ReadAll(f)
	return content
}

// packedStream is a compressed stream of a PDF file that is no font and no picture.
var packedStream = regexp.MustCompile(`(?s)<<[^<>]{0,60}/Filter ?/FlateDecode[^<>]{0,60}>>\s*stream\r?\n`)

// insideStream damages one stream of a PDF file. What does not pack to the old
// length or less would move all that follows: then another damage is tried.
func insideStream(r *rand.Rand, m mutation, data, other []byte) []byte {
	const tries = 30
	streams := packedStream.FindAllIndex(data, -1)
	if len(streams) == 0 {
		return nil
	}
	for range tries {
		from := streams[r.IntN(len(streams))][1]
		size := bytes.Index(data[from:], []byte("endstream"))
		text := unpacked(data[from:])
		if size < 0 || len(text) == 0 {
			continue
		}
		packed := deflated(m.do(r, text, text))
		if len(packed) > size {
			continue
		}
		packed = append(packed, make([]byte, size-len(packed))...)
		return slices.Concat(data[:from], packed, data[from+size:])
	}
	return nil
}

func unpacked(data []byte) []byte {
	in, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	text, _ := io.ReadAll(in)
	return text
}

func deflated(text []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, flate.BestCompression)
	w.Write(text)
	w.Close()
	return b.Bytes()
}
