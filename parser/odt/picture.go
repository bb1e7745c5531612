package odt

import (
	"encoding/base64"
	"fmt"
	"strings"
)

// shows names the picture of an image: that of a part of the archive, or, as flat
// files have it, one in the text itself.
func (w *walk) shows(image *node) string {
	packed := image.Find("office:binary-data").Text()
	if packed == "" {
		return image.Attribute("xlink:href")
	}
	name := fmt.Sprintf("#%d", len(w.packed)+1)
	w.packed[name] = packed
	return name
}

// picture is the picture of a name; nil for one that is not in the file.
func (w *walk) picture(name string) []byte {
	if packed := w.packed[name]; packed != "" {
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(packed), ""))
		if err != nil {
			return nil
		}
		return data
	}
	if w.archive == nil || !w.archive.Has(name) {
		return nil
	}
	data, err := w.archive.Bytes(name)
	if err != nil {
		return nil
	}
	return data
}
