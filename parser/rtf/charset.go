package rtf

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// codePages are the encodings by the numbers that Windows gives them.
var codePages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 874: charmap.Windows874, 932: japanese.ShiftJIS,
	936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5, 10000: charmap.Macintosh,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1252: charmap.Windows1252, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	1258: charmap.Windows1258, 54936: simplifiedchinese.GB18030, 65001: unicode.UTF8,
}

// pageOf is the code page of a font's \fcharset; one that is not here has the
// document's.
var pageOf = map[int]int{
	0: western, 77: 10000, 128: 932, 129: 949, 130: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
	177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437, 255: 850,
}

// symbols is the \fcharset of fonts whose characters are signs.
const symbols = 2

const western = 1252

// decode reads bytes in the code page of their font. Some writers leave a
// Western font at Chinese text: bytes that are whole characters in the
// document's code page are those.
func decode(data []byte, page, document int) string {
	if page == western && document != western && paired(data) {
		if out := decodeIn(data, document); !strings.ContainsRune(out, utf8.RuneError) {
			return out
		}
	}
	return decodeIn(data, page)
}

// paired reports whether bytes above ASCII come two by two.
func paired(data []byte) bool {
	for i := 0; i < len(data); i++ {
		if data[i] < utf8.RuneSelf {
			continue
		}
		if i++; i == len(data) || data[i] < utf8.RuneSelf {
			return false
		}
	}
	return true
}

func decodeIn(data []byte, page int) string {
	known := codePages[page]
	if known == nil {
		known = charmap.Windows1252
	}
	out, err := known.NewDecoder().Bytes(data)
	if err != nil {
		return strings.Repeat("\uFFFD", len(data))
	}
	return string(out)
}
