package wordxml

import (
	"encoding/base64"
	"strings"
)

// pictures finds a picture by its name, "wordml://01000001.jpg": its bytes stand once
// in the file, where it is shown first.
func pictures(file *node) func(name string) []byte {
	return func(name string) []byte {
		packed := binary(file, name)
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(packed), ""))
		if err != nil {
			return nil
		}
		return data
	}
}

// binary is the base64 of the picture of a name; empty when the file has none.
func binary(n *node, name string) string {
	if n.Name == "w:binData" && n.Attribute("w:name") == name {
		return n.Text()
	}
	for _, child := range n.Kids() {
		if packed := binary(child, name); packed != "" {
			return packed
		}
	}
	return ""
}
