package html

import (
	"encoding/base64"
	"net/url"
	"strings"
)

// picture is the picture of an address: of a data: URL, or one that came along with
// the page; nil for any other, since nothing is ever fetched.
func (s *Sender) picture(address string) []byte {
	if data := inlinePicture(address); data != nil || s.Picture == nil {
		return data
	}
	return s.Picture(address)
}

// inlinePicture is the picture that a data: URL holds; nil for any other address.
func inlinePicture(address string) []byte {
	head, packed, found := strings.Cut(strings.TrimSpace(address), ",")
	if !found || !strings.HasPrefix(head, "data:image/") {
		return nil
	}
	if !strings.HasSuffix(head, ";base64") { // an SVG as text
		plain, err := url.PathUnescape(packed)
		if err != nil {
			return nil
		}
		return []byte(plain)
	}
	data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(packed), ""))
	if err != nil {
		return nil
	}
	return data
}
