package ofd_test

import (
	"strings"
	"testing"

	"golang.org/x/image/font/gofont/goregular"

	"gouji/parser/document/documenttest"
	"gouji/parser/ofd/ofdtest"
)

// FuzzRead writes the content of a page, its resources and its document, so that
// what is mutated is XML and not the archive around it.
func FuzzRead(f *testing.F) {
	parts := ofdtest.Parts(100, 50, "")
	f.Add(letter("甲", `CTM="1 0 0 1 0 0" DrawParam="1"`), `<Res><L><DrawParam ID="1" LineWidth="2"/></L></Res>`, parts["Doc_0/Document.xml"])
	f.Add(`<PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 9 0 Q 1 1 2 2 B 1 1 2 2 3 3 A 1 1 0 0 1 2 2 C S 1 1</AbbreviatedData></PathObject>`, "", "")
	f.Add(`<TextObject Size="3" HScale="0.5" CharDirection="90"><CGTransform CodePosition="0"/><TextCode X="1" Y="2" DeltaX="g 2 1.5 3" DeltaY="1">1\0032𠀀</TextCode></TextObject>`, "", "")
	f.Add(`<CompositeObject ResourceID="0"/><ImageObject ResourceID="1" Boundary="0 0 100 50"/>`,
		`<Res><L><CompositeGraphicUnit ID="0"><Content><CompositeObject ResourceID="0"/></Content></CompositeGraphicUnit><MultiMedia ID="1"><MediaFile>a.png</MediaFile></MultiMedia></L></Res>`, "")
	f.Fuzz(func(t *testing.T, content, resources, document string) {
		parts := ofdtest.Parts(100, 50, content)
		if document != "" {
			parts["Doc_0/Document.xml"] = document
		}
		parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:PublicRes>R.xml</ofd:PublicRes>", 1)
		parts["Doc_0/R.xml"] = resources
		documenttest.Read(read).Sound(t, ofdtest.Archive(parts))
	})
}

// FuzzFont mutates a font that a page is set in, its digits by number and by the
// font's own table.
func FuzzFont(f *testing.F) {
	f.Add(goregular.TTF)
	f.Fuzz(func(t *testing.T, font []byte) {
		parts := ofdtest.Parts(100, 50, `<TextObject Font="1" Size="4" Boundary="0 0 90 9"><CGTransform CodePosition="0"><Glyphs>20</Glyphs></CGTransform>`+
			`<TextCode X="1" Y="5" DeltaX="g 9 2">0123456789</TextCode></TextObject>`)
		parts["Doc_0/Document.xml"] = strings.Replace(parts["Doc_0/Document.xml"], "<ofd:CommonData>", "<ofd:CommonData><ofd:PublicRes>R.xml</ofd:PublicRes>", 1)
		parts["Doc_0/R.xml"] = `<Res><L><Font ID="1"><FontFile>f.ttf</FontFile></Font></L></Res>`
		parts["Doc_0/f.ttf"] = string(font)
		documenttest.Read(read).Sound(t, ofdtest.Archive(parts))
	})
}
