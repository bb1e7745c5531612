package corpus

import (
	"path"
	"path/filepath"
	"strings"
)

// Link is the way from a folder to a file of a batch, or to the archive on disk that it
// lies in, with slashes: relative where there is one, so that it goes on working when
// results and reports are moved together; another drive has none.
func Link(folder, file string) string {
	if archive := ArchiveOf(file); archive != "" {
		file = archive
	}
	relative, err := filepath.Rel(folder, file)
	if err != nil { // one path is absolute and the other is not, or another drive
		relative = absolute(folder, file)
	}
	return filepath.ToSlash(relative)
}

func absolute(folder, file string) string {
	file, err := filepath.Abs(file)
	if err != nil {
		return file
	}
	if folder, err = filepath.Abs(folder); err != nil {
		return file
	}
	if relative, err := filepath.Rel(folder, file); err == nil {
		return relative
	}
	return file
}

// ArchiveOf is the outermost archive that a file lies in, empty when in none.
func ArchiveOf(file string) string {
	slashed := filepath.ToSlash(file)
	for i, r := range slashed {
		if r == '/' && strings.EqualFold(path.Ext(slashed[:i]), ".zip") {
			return file[:i]
		}
	}
	return ""
}
