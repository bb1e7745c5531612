package house

import (
	"os"
	"path/filepath"
	"slices"
)

// FileName is how the file is called that is found beside reports.
const FileName = "gouji.yaml"

// Beside returns the house rules that lie in the folders given, and beside the
// files given, each once. It looks nowhere else, above all not in the folders
// above: nobody would know which rules were used.
func Beside(paths []string) []string {
	var found []string
	for _, path := range paths {
		folder := path
		state, err := os.Stat(path)
		switch {
		case err != nil: // also "-", standard input
			continue
		case !state.IsDir():
			folder = filepath.Dir(path)
		}
		file := filepath.Join(folder, FileName)
		if state, err := os.Stat(file); err == nil && state.Mode().IsRegular() && !slices.Contains(found, file) {
			found = append(found, file)
		}
	}
	return found
}
