package pdf

import (
	"bytes"
	"compress/flate"
	"fmt"
	"hash/adler32"
	"io"
)

// PDFium takes from a compressed stream whatever it can unpack and says
// nothing of the rest: a bit that flips on a worn disk made 23908 into 53908,
// a lost block left half a page blank. The checksum at a stream's end tells.

// maxUnpacked bounds, in bytes, what is unpacked to be checked; what lies
// beyond is not checked.
const maxUnpacked = 32 << 20

// Damage says in Chinese that streams of the file are damaged, so that no
// figure in it is sure; empty when none is. Pictures do not count. Fonts do: where
// the shape of a digit was lost, 1144 was read as 14. Encrypted files cannot be
// checked.
func Damage(data []byte) string {
	if bytes.Contains(data, []byte("/Encrypt")) {
		return ""
	}
	damaged, left := 0, int64(maxUnpacked)
	unpacker := flate.NewReader(nil) // one for all: Type 3 fonts are hundreds of streams
	for rest := data; left > 0; {
		entries, body, after := nextStream(rest)
		if body == nil {
			break
		}
		rest = after
		if len(body) < smallest || !checkable(entries) {
			continue
		}
		size, whole := unpacks(unpacker, body, left)
		left -= size
		if !whole {
			damaged++
		}
	}
	if damaged == 0 {
		return ""
	}
	return fmt.Sprintf("PDF 有 %d 个数据块损坏（校验不符），读出的内容可能缺失或错误", damaged)
}

// smallest is the length in bytes below which a stream is a letter of a Type 3
// font: a file has hundreds of them.
const smallest = 300

// nextStream gives the dictionary's entries and the bytes of the first stream,
// and what follows it; body is nil when there is none.
func nextStream(data []byte) (entries, body, after []byte) {
	const longestEntries = 4096
	begin, end := []byte("stream"), []byte("endstream")
	at := 0
	for {
		i := bytes.Index(data[at:], begin)
		if i < 0 {
			return nil, nil, nil
		}
		at += i + len(begin)
		if bytes.HasPrefix(data[at:], []byte("\n")) || bytes.HasPrefix(data[at:], []byte("\r\n")) {
			break
		}
	}
	entries = data[max(0, at-longestEntries) : at-len(begin)]
	entries = entries[max(0, bytes.LastIndex(entries, []byte(" obj"))):]
	body = bytes.TrimPrefix(data[at:], []byte("\r"))[1:]
	if i := bytes.Index(body, end); i >= 0 {
		return entries, body[:i], body[i+len(end):]
	}
	return entries, body, nil
}

// checkable reports whether a stream is compressed and may say something of
// the text: entries are those of its dictionary.
func checkable(entries []byte) bool {
	has := func(name string) bool { return bytes.Contains(entries, []byte(name)) }
	if has("/Image") || has("/Metadata") {
		return false
	}
	_, filter, ok := bytes.Cut(entries, []byte("/Filter"))
	return ok && bytes.HasPrefix(bytes.TrimLeft(filter, "[ \r\n\t"), []byte("/FlateDecode"))
}

// unpacks reports whether a stream unpacks to its end and to what was packed,
// and how large that is. A stream of more than limit bytes passes, and so does
// one whose checksum is missing, as some programs leave it.
func unpacks(unpacker io.ReadCloser, body []byte, limit int64) (size int64, whole bool) {
	const header, checksum = 2, 4
	if len(body) < header {
		return 0, len(body) == 0
	}
	packed := bytes.NewReader(body[header:])
	sum := adler32.New()
	if err := unpacker.(flate.Resetter).Reset(packed, nil); err != nil {
		return 0, false
	}
	size, err := io.Copy(sum, io.LimitReader(unpacker, limit))
	if err != nil || size == limit {
		return size, err == nil
	}
	var stored [checksum]byte
	if _, err := io.ReadFull(packed, stored[:]); err != nil {
		return size, true
	}
	return size, bytes.Equal(stored[:], sum.Sum(nil))
}
