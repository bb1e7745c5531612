package corpus

import (
	"strings"
	"unicode"
)

// FileName is a name as a file may be called: what Windows does not allow in names,
// and what would lead to another folder, is left out. It has at most so many
// characters: file systems allow 255 bytes, and a character takes up to four. It may
// be empty.
func FileName(name string, most int) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) || r == unicode.ReplacementChar || !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > most {
		name = string(runes[:most])
	}
	return strings.Trim(name, " .")
}
