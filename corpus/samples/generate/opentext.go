package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
)

// keepOpenText copies an OpenDocument file with its clocks stilled: the dates of
// the archive, and the ids of changes and lists, which are places in memory.
// Settings, which hold a random number, the picture of the first page and empty
// folders are left out.
func keepOpenText(from, to string) error {
	in, err := zip.OpenReader(from)
	if err != nil {
		return err
	}
	defer in.Close()
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, file := range in.File {
		if file.Name == "settings.xml" || strings.HasPrefix(file.Name, "Thumbnails/") || strings.HasSuffix(file.Name, "/") {
			continue
		}
		if err := keepPart(out, file); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o644)
}

func keepPart(out *zip.Writer, file *zip.File) error {
	r, err := file.Open()
	if err != nil {
		return err
	}
	defer r.Close()
	data, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: file.Name, Method: file.Method, Modified: made})
	if err != nil {
		return err
	}
	_, err = w.Write(counted(data))
	return err
}

// memory is an id that is a place in memory.
var memory = regexp.MustCompile(`"(ct|list)\d{6,}"`)

// counted gives such ids the numbers in which they come.
func counted(data []byte) []byte {
	seen := map[string]string{}
	return memory.ReplaceAllFunc(data, func(id []byte) []byte {
		if seen[string(id)] == "" {
			seen[string(id)] = fmt.Sprintf(`"id%d"`, len(seen)+1)
		}
		return []byte(seen[string(id)])
	})
}
