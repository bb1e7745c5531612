// Package mhtml reads web archives (.mht, .mhtml, and the .doc that word
// processors and office systems write as such): a MIME message whose parts are
// a page and what it shows.
//
//	d, err := mhtml.Read(ctx, data, html.Limits{})
//
// The page is the part that the message names as its start, else the first of
// type text/html; package html reads it, by the character set that the part
// declares. The pictures that it shows are parts too, named by their Content-Location
// or Content-ID (picture.go). The bargain: nothing is fetched, no other part is opened,
// and what of the page is lost is said in Incomplete.
package mhtml

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	"gouji/parser/document"
	"gouji/parser/html"
)

// maxDepth is how deep parts may stand in each other: a page in its
// alternatives in its pictures makes three.
const maxDepth = 5

// maxParts is how many parts are looked at: an archived site page has some
// hundred pictures and scripts.
const maxParts = 2000

// Read reads a web archive. The error, if any, is a *document.Error: those of
// package html, Corrupt for a message without a header, Unsupported for one
// without a page.
func Read(ctx context.Context, data []byte, limits html.Limits) (*document.Document, error) {
	message, err := mail.ReadMessage(bytes.NewReader(document.Unmarked(data)))
	if err != nil {
		return nil, &document.Error{Kind: document.Corrupt, Message: "网页存档损坏：信头读不出来", Err: err}
	}
	a := &archive{ctx: ctx, limit: limits.MostBytes()}
	a.part(textproto.MIMEHeader(message.Header), message.Body, 0)
	switch {
	case ctx.Err() != nil:
		return nil, document.TimedOut(ctx)
	case a.page == nil && a.incomplete != "":
		return nil, document.Errorf(document.Corrupt, "网页存档损坏：%s", a.incomplete)
	case a.page == nil:
		return nil, document.Errorf(document.Unsupported, "这是邮件或网页存档，里面没有网页")
	}
	d, err := html.ReadAs(ctx, a.page, html.Sender{Charset: a.charset, Picture: a.picture}, limits)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.MHTML, "mhtml"
	d.Incomplete = strings.Trim(a.incomplete+"；"+d.Incomplete, "；")
	if a.torn {
		d.Damage = cmp.Or(d.Damage, "网页存档里丢失或多出了字节（行的长短不合编码），读出的内容可能缺失或错误")
	}
	return d, nil
}

// archive is a message on its way to its page.
type archive struct {
	ctx   context.Context
	limit int // most bytes of the page
	parts int
	start string // Content-ID of the page; empty when the message does not say

	page       []byte
	sure       bool   // page is the one: no other is looked for
	charset    string // as the page's part declares it
	incomplete string
	torn       bool // the page lost or gained bytes

	location string            // of the page: relative addresses in it start there
	pictures map[string][]byte // by Content-Location, or cid: and Content-ID
	unpacked int               // bytes of them
}

// part looks at a part and those in it. The first page found stands until the
// one that the message names comes.
func (a *archive) part(header textproto.MIMEHeader, body io.Reader, depth int) {
	if a.parts++; a.parts > maxParts || depth > maxDepth {
		a.lose("内容的层次或数目过多")
		return
	}
	kind, values, _ := mime.ParseMediaType(cmp.Or(header.Get("Content-Type"), "text/plain"))
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		a.start = cmp.Or(a.start, values["start"])
		a.inside(multipart.NewReader(body, values["boundary"]), depth)
	case strings.HasPrefix(kind, "image/"):
		a.keepPicture(header, body)
	case !a.sure && (kind == "text/html" || kind == "application/xhtml+xml"):
		a.sure = a.start == "" || header.Get("Content-Id") == a.start
		if a.sure || a.page == nil {
			lines := &lineMeter{Reader: body}
			a.keep(decoded(lines, header.Get("Content-Transfer-Encoding")), values["charset"])
			a.torn, a.location = lines.torn(), header.Get("Content-Location")
		}
	}
}

func (a *archive) inside(parts *multipart.Reader, depth int) {
	for a.ctx.Err() == nil && a.parts <= maxParts {
		part, err := parts.NextRawPart()
		if err != nil {
			if err != io.EOF { // a wrapped EOF is a message without its last boundary
				a.lose("文件中断或损坏")
			}
			return
		}
		a.part(part.Header, part, depth+1)
	}
}

// lose notes why parts are not read, unless the page was read before them.
func (a *archive) lose(why string) {
	if !a.sure {
		a.incomplete = cmp.Or(a.incomplete, why)
	}
}

// keep unpacks the page, as far as it goes.
func (a *archive) keep(body io.Reader, charset string) {
	page, err := io.ReadAll(io.LimitReader(body, int64(a.limit)+1))
	a.page, a.charset, a.incomplete = page, charset, ""
	if err != nil {
		a.incomplete = "网页在文件里中断或损坏，后面的内容没有"
	}
}

// longestUnbroken is how long, in bytes, a line of quoted-printable text may be that
// no program broke: html-docx-js writes a page as one. The decoder fails on a line
// that its buffer does not hold.
const longestUnbroken = 4 << 20

// decoded undoes the transfer encoding.
func decoded(body io.Reader, encoding string) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(bufio.NewReaderSize(body, longestUnbroken))
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}
