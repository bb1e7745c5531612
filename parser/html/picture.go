package html

import (
	"encoding/base64"
	"strings"
)

// mostPictures are unpacked of a page; a report has three tables.
const mostPictures = 30

// inlinePicture is the picture that a data: URL holds; nil for any other address,
// since nothing is ever fetched.
func inlinePicture(address string) []byte {
	head, packed, found := strings.Cut(strings.TrimSpace(address), ",")
	if !found || !strings.HasPrefix(head, "data:image/") || !strings.HasSuffix(head, ";base64") {
		return nil
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(packed), ""))
	if err != nil {
		return nil
	}
	return data
}
