package mhtml

import (
	"io"
	"net/textproto"
	"net/url"
	"strings"
)

// keepPicture unpacks a picture of the archive, up to as many bytes in all as a page
// may have.
func (a *archive) keepPicture(header textproto.MIMEHeader, body io.Reader) {
	left := a.limit - a.unpacked
	data, err := io.ReadAll(io.LimitReader(decoded(body, header.Get("Content-Transfer-Encoding")), int64(left)+1))
	if err != nil || len(data) > left {
		return
	}
	a.unpacked += len(data)
	if a.pictures == nil {
		a.pictures = map[string][]byte{}
	}
	if location := header.Get("Content-Location"); location != "" {
		a.pictures[a.whole(location)] = data
	}
	if id := header.Get("Content-Id"); id != "" {
		a.pictures["cid:"+strings.Trim(id, "<> ")] = data
	}
}

// picture is that of an address as the page writes it: cid: and a Content-ID, or a
// Content-Location, which may be relative to the page's (RFC 2557, 5).
func (a *archive) picture(address string) []byte {
	address = strings.TrimSpace(address)
	if id, found := strings.CutPrefix(address, "cid:"); found {
		if plain, err := url.PathUnescape(id); err == nil {
			address = "cid:" + plain
		}
	}
	return a.pictures[a.whole(address)]
}

// whole is an address in one spelling, a relative one from the page's.
func (a *archive) whole(address string) string {
	base, err := url.Parse(a.location)
	if err != nil {
		return address
	}
	whole, err := base.Parse(address)
	if err != nil {
		return address
	}
	return whole.String()
}
