package docx

import (
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gouji/parser/document"
)

var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "quot": `"`, "apos": "'"}

// unescape resolves the five entities that XML itself has and character
// numbers. There can be no others without a DTD.
func (s *scanner) unescape(raw string) string {
	at := strings.IndexByte(raw, '&')
	if at < 0 {
		return raw
	}
	var out strings.Builder
	for ; at >= 0; at = strings.IndexByte(raw, '&') {
		name, rest, closed := strings.Cut(raw[at+1:], ";")
		value, known := entity(name)
		if !closed || !known {
			s.fail(document.Corrupt, "有不认识的实体 &%.20s", name)
			return ""
		}
		out.WriteString(raw[:at])
		out.WriteString(value)
		raw = rest
	}
	out.WriteString(raw)
	return out.String()
}

func entity(name string) (string, bool) {
	digits, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		value, ok := entities[name]
		return value, ok
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || !utf8.ValidRune(rune(code)) {
		return "", false
	}
	return string(rune(code)), true
}

// decode gives a part's XML as UTF-8: OOXML allows UTF-16 as well. Bytes that
// are neither become U+FFFD, which no reader takes for a figure.
func decode(part string) string {
	switch {
	case strings.HasPrefix(part, "\xFF\xFE"):
		return decodeUTF16(part[2:], binary.LittleEndian)
	case strings.HasPrefix(part, "\xFE\xFF"):
		return decodeUTF16(part[2:], binary.BigEndian)
	case !utf8.ValidString(part):
		part = strings.ToValidUTF8(part, "\uFFFD")
	}
	return strings.TrimPrefix(part, "\uFEFF")
}

func decodeUTF16(part string, order binary.ByteOrder) string {
	units := make([]uint16, len(part)/2)
	for i := range units {
		units[i] = order.Uint16([]byte(part[2*i : 2*i+2]))
	}
	return string(utf16.Decode(units))
}
