package main

import (
	"bytes"
	"encoding/base64"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
)

// archived writes a report as the web archive that a browser saves: the page
// quoted-printable, and a picture beside it.
func archived(r *Report, style *Style) ([]byte, error) {
	text, err := page(r, style)
	if err != nil {
		return nil, err
	}
	charset := "utf-8"
	if style.Page.GBK {
		charset = "gb2312"
	}
	var b bytes.Buffer
	parts := multipart.NewWriter(&b)
	if err := parts.SetBoundary("----=_NextPart_01DA3C00.00000000"); err != nil {
		return nil, err
	}
	b.WriteString("From: <Saved by WPS>\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related; type=\"text/html\";\r\n\tboundary=\"" + parts.Boundary() + "\"\r\n\r\n")
	into, err := parts.CreatePart(part("text/html; charset=\""+charset+"\"", "quoted-printable", "page.htm"))
	if err != nil {
		return nil, err
	}
	quoted := quotedprintable.NewWriter(into)
	quoted.Write(text)
	quoted.Close()
	if into, err = parts.CreatePart(part("image/gif", "base64", "dot.gif")); err != nil {
		return nil, err
	}
	into.Write([]byte(base64.StdEncoding.EncodeToString([]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;"))))
	return b.Bytes(), parts.Close()
}

// part is the header of a part of a message.
func part(kind, encoding, name string) textproto.MIMEHeader {
	return textproto.MIMEHeader{
		"Content-Type": {kind}, "Content-Transfer-Encoding": {encoding},
		"Content-Location": {"file:///C:/report/" + name},
	}
}
