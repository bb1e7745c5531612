package html

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	xunicode "golang.org/x/text/encoding/unicode"
)

// decode turns the page into UTF-8. Declarations are often wrong (templates
// are copied between sites), so the bytes have the last word: a declared
// encoding is taken when the bytes are valid in it, UTF-8 whenever they are
// valid UTF-8, and GB18030 when nothing else tells. The sender's word, empty
// when there is none, goes before the page's.
func decode(data []byte, sender string) string {
	if enc := utf16Of(data); enc != nil {
		text, _ := decodeAs(enc, data)
		return text
	}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	declared := encodingNamed(sender)
	if declared == nil {
		declared = declaredEncoding(data)
	}
	if utf8.Valid(data) && !(isGB(declared) && !hasHan(string(data)) && !isASCII(data)) {
		return string(data)
	}
	return bestReading(data, declared)
}

// bestReading decodes bytes that are not plainly UTF-8: with the fewest
// undecodable places, earlier candidates first among equals.
func bestReading(data []byte, declared encoding.Encoding) string {
	var best string
	fewest := -1
	for _, enc := range []encoding.Encoding{declared, simplifiedchinese.GB18030, xunicode.UTF8} {
		if enc == nil {
			continue
		}
		text, bad := decodeAs(enc, data)
		if fewest < 0 || bad < fewest {
			best, fewest = text, bad
		}
	}
	return best
}

// decodeAs decodes data and counts the places that enc cannot decode.
func decodeAs(enc encoding.Encoding, data []byte) (text string, bad int) {
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil { // x/text decoders replace bad input and do not fail
		return string(bytes.ToValidUTF8(data, []byte("\uFFFD"))), len(data)
	}
	text = string(out)
	return text, strings.Count(text, "\uFFFD")
}

// utf16Of recognises UTF-16 by its byte order mark, or by the zero bytes
// beside the first markup character when there is none; nil when it is not.
func utf16Of(data []byte) encoding.Encoding {
	big := xunicode.UTF16(xunicode.BigEndian, xunicode.UseBOM)
	little := xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM)
	switch {
	case bytes.HasPrefix(data, []byte("\xFE\xFF")), bytes.HasPrefix(data, []byte("\x00<")):
		return big
	case bytes.HasPrefix(data, []byte("\xFF\xFE")), bytes.HasPrefix(data, []byte("<\x00")):
		return little
	}
	return nil
}

// declaration finds the encoding's label in a meta tag (charset=…, or within
// http-equiv's content) or in an XML prolog.
var declaration = regexp.MustCompile(`(?i)<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w:.-]+)`)

// declaredEncoding is the encoding that the page declares in its first 8 KB
// (browsers look at 1 KB; comments and scripts may come before); nil when it
// declares none that encodingNamed takes.
func declaredEncoding(data []byte) encoding.Encoding {
	found := declaration.FindSubmatch(data[:min(len(data), 8192)])
	if found == nil {
		return nil
	}
	return encodingNamed(string(found[1]))
}

// encodingNamed is the encoding of a label; nil for an unknown one, for UTF-8,
// and for the single-byte Latin ones, in which every byte is valid and so
// proves nothing.
func encodingNamed(label string) encoding.Encoding {
	enc, name := charset.Lookup(label)
	switch {
	case enc == nil, name == "utf-8", name == "utf-16le", name == "utf-16be", name == "replacement":
		return nil
	case strings.HasPrefix(name, "windows-"), strings.HasPrefix(name, "iso-8859"), name == "macintosh", name == "x-user-defined":
		return nil
	case name == "gbk": // gb2312 too; GB18030 holds both
		return simplifiedchinese.GB18030
	}
	return enc
}

func isGB(enc encoding.Encoding) bool { return enc == simplifiedchinese.GB18030 }

// hasHan tells real UTF-8 Chinese from GBK pairs that happen to be valid
// UTF-8: those come out as Greek or Arabic letters, as 联通 does.
func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func isASCII(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
