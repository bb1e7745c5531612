package main

import (
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
)

// typeface is a font and the file that it is from.
type typeface struct {
	name string
	font *sfnt.Font
}

// fontsOf are the fonts below the paths that have upright digits.
func fontsOf(paths []string) []typeface {
	var list []typeface
	for _, path := range fontFiles(paths) {
		if f := fontIn(path); f != nil {
			list = append(list, typeface{filepath.Base(path), f})
		}
	}
	return list
}

func fontFiles(paths []string) []string {
	var list []string
	for _, root := range paths {
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			ending := strings.ToLower(filepath.Ext(path))
			if err == nil && slices.Contains([]string{".ttf", ".otf", ".ttc"}, ending) {
				list = append(list, path)
			}
			return nil
		})
	}
	slices.Sort(list)
	return list
}

// without are parts of the names of fonts whose digits are slanted, or no digits.
var without = []string{"italic", "oblique", "symbol", "emoji", "dingbat", "opens___", "d050000l", "z003", "bdi", "-it"}

// fontIn is the first font of a file; nil when it has no upright digits.
func fontIn(path string) *sfnt.Font {
	name := strings.ToLower(filepath.Base(path))
	if slices.ContainsFunc(without, func(part string) bool { return strings.Contains(name, part) }) {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	collection, err := opentype.ParseCollection(data)
	if err != nil {
		log.Printf("%s: %v", path, err)
		return nil
	}
	f, err := collection.Font(0)
	if err != nil {
		return nil
	}
	return f
}
