// Package word writes Word files: paragraphs and tables in the look of official
// documents, and nothing that Word would have to repair.
//
//	d := word.New()
//	d.Paragraph(word.Title, "某县人民政府2024年政府信息公开工作年度报告")
//	d.Table(&word.Table{Widths: []int{2435, 2435}, Cells: …})
//	data, err := d.Bytes()
//
// The same calls give the same bytes: no time of day is written. What does not
// change from file to file stands as Word keeps it, in parts/.
//
// github.com/nguyenthenguyen/docx edits a file that exists: corpus/official fills an
// office's own form through it. It can add no part, so new files are written here.
package word

import (
	"archive/zip"
	"bytes"
	"embed"
	"fmt"
	"strings"
)

//go:embed parts
var parts embed.FS

// Style names a paragraph style of parts/styles.xml.
type Style string

// The styles.
const (
	Title    Style = "Title"    // of the document, centred
	Heading  Style = "Heading1" // 一、总体情况
	Section  Style = "Section"  // a Heading that begins a page
	Body     Style = "Body"     // prose, the first line set in
	Note     Style = "Note"     // small, below a table
	Gap      Style = "Gap"      // what must stand between two tables
	Centred  Style = "Cell"     // in a cell
	Left     Style = "CellLeft" // in a cell
	Corner   Style = "CellNote" // in a cell: 楷体, as the note in the corner of table three
	NewPage  Style = "NewPage"  // an Annex begins
	Attached Style = "Attached" // small prose of an annex
)

// Document is a Word file in the making. New makes one.
type Document struct {
	body strings.Builder
}

// New makes an empty document on A4 paper with numbered pages.
func New() *Document { return &Document{} }

// Paragraph adds a paragraph.
func (d *Document) Paragraph(style Style, text string) {
	d.body.WriteString(paragraph(style, text))
}

func paragraph(style Style, text string) string {
	run := ""
	if text != "" {
		run = `<w:r><w:t xml:space="preserve">` + Escape(text) + `</w:t></w:r>`
	}
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, run)
}

// Escape makes text fit for XML. Characters that XML cannot hold, which damaged
// files may have given, become the sign for what cannot be shown.
func Escape(text string) string {
	return escaper.Replace(strings.Map(func(r rune) rune {
		if r < 0x20 && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD")))
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// fixed are the parts that every file has alike, as they follow in it.
var fixed = []string{
	"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels",
	"word/styles.xml", "word/fontTable.xml", "word/settings.xml", "word/footer1.xml",
}

// Bytes is the file.
func (d *Document) Bytes() ([]byte, error) {
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, name := range fixed {
		data, err := parts.ReadFile("parts/" + embedded.Replace(name))
		if err == nil {
			err = add(archive, name, data)
		}
		if err != nil {
			return nil, err
		}
	}
	text := head + d.body.String() + tail
	if err := add(archive, "word/document.xml", []byte(text)); err != nil {
		return nil, err
	}
	err := archive.Close()
	return file.Bytes(), err
}

// embedded makes of a part's name that of its file: go:embed leaves out files
// whose names begin with a dot or a bracket.
var embedded = strings.NewReplacer("[Content_Types]", "types", "_rels/.rels", "package.rels", "word/_rels/", "", "word/", "")

func add(archive *zip.Writer, name string, data []byte) error {
	w, err := archive.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate}) // without a time
	if err == nil {
		_, err = w.Write(data)
	}
	return err
}

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" +
	`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ` +
	`xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>`

// The page is A4, 2 cm at the sides: TextWidth is left, as wide as the tables of the
// blank form (9740 twips) need.
const tail = `<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/>` +
	`<w:pgMar w:top="1304" w:right="1080" w:bottom="1304" w:left="1080" w:header="851" w:footer="794" w:gutter="0"/></w:sectPr></w:body></w:document>`

// TextWidth is how wide a table may be, in twips (twentieths of a point).
const TextWidth = 11906 - 2*1080
