package docx

import (
	"bytes"
	"path"

	"gouji/parser/document"
)

// lookUp unpacks the pictures that the document shows. One that cannot be, or that
// lies outside of the file, has no data; the document is read all the same.
func (c *container) lookUp(d *document.Document, main string) {
	if len(d.Shown) == 0 {
		return
	}
	links := map[string]string{}
	for _, link := range relations(c.optional(relationsOf(main))) {
		if link.kind == "image" && !link.outside {
			links[link.id] = resolve(path.Dir(main), link.target)
		}
	}
	fillShown(d, func(link string) []byte { return c.bytes(links[link]) })
}

// lookUpEmbedded unpacks the files that the document embeds. One that cannot be, or
// that lies outside of the file, has no data.
func (c *container) lookUpEmbedded(d *document.Document, main string) {
	if len(d.Embedded) == 0 {
		return
	}
	names := map[string]string{}
	for _, link := range relations(c.optional(relationsOf(main))) {
		if link.kind == "aFChunk" && !link.outside {
			names[link.id] = resolve(path.Dir(main), link.target)
		}
	}
	for i := range d.Embedded {
		d.Embedded[i].Data = c.bytes(names[d.Embedded[i].Link])
	}
}

// fillShown puts in the pictures that the document shows.
func fillShown(d *document.Document, picture func(link string) []byte) {
	d.Shown = d.Shown[:min(len(d.Shown), document.MostPictures)]
	for i := range d.Shown {
		d.Shown[i].Data = picture(d.Shown[i].Link)
	}
}

// bytes is a part as it is; nil when it cannot be unpacked.
func (c *container) bytes(name string) []byte {
	file := c.parts[name]
	if file == nil || c.checkPart(name) != nil {
		return nil
	}
	var out bytes.Buffer
	if c.copy(&out, file) != nil {
		return nil
	}
	return out.Bytes()
}
