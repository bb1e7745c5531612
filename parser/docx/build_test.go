package docx

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
)

const (
	transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	strict       = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// file is a DOCX to build: part name → content. The zero value has no parts.
type file map[string]string

// wordFile is a DOCX whose body is the XML.
func wordFile(body string) file {
	return file{
		"_rels/.rels":                  relsXML("officeDocument", "word/document.xml"),
		"word/_rels/document.xml.rels": relsXML("styles", "styles.xml", "numbering", "numbering.xml"),
		"word/document.xml":            documentXML(body),
	}
}

func documentXML(body string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="` + transitional + `"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:body>` + body + `</w:body></w:document>`
}

func relsXML(pairs ...string) string {
	var out strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&out, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>`, i, pairs[i], pairs[i+1])
	}
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + out.String() + `</Relationships>`
}

func (f file) with(name, content string) file {
	f[name] = content
	return f
}

func (f file) without(name string) file {
	delete(f, name)
	return f
}

func stylesXML(styles string) string {
	return `<w:styles xmlns:w="` + transitional + `">` + styles + `</w:styles>`
}

func numberingXML(definitions string) string {
	return `<w:numbering xmlns:w="` + transitional + `">` + definitions + `</w:numbering>`
}

func (f file) bytes(t testing.TB) []byte {
	var parts []string
	for _, name := range slices.Sorted(maps.Keys(f)) { // so that a cut falls into the same part every time
		parts = append(parts, name, f[name])
	}
	return documenttest.Zip(t, parts...)
}

func read(t testing.TB, f file) *document.Document {
	t.Helper()
	doc, err := Read(context.Background(), f.bytes(t), Limits{})
	require.NoError(t, err)
	return doc
}

// body reads a document with the body.
func body(t testing.TB, xml string) *document.Document {
	t.Helper()
	return read(t, wordFile(xml))
}

// lines is the text of the blocks: a paragraph's, or "[table]".
func lines(doc *document.Document) []string {
	list := []string{}
	for _, block := range doc.Blocks {
		if block.Table != nil {
			list = append(list, "[table]")
			continue
		}
		list = append(list, block.Paragraph.Text)
	}
	return list
}

// grid draws the table: every position shows the text of the cell
// that covers it, a position without one shows "·".
func grid(t *document.Table) []string {
	list := []string{}
	for _, row := range t.Grid() {
		var texts []string
		for _, at := range row {
			if at < 0 {
				texts = append(texts, "·")
				continue
			}
			texts = append(texts, strings.ReplaceAll(t.Cells[at].Text, "\n", "/"))
		}
		list = append(list, strings.Join(texts, "|"))
	}
	return list
}

// cellOf is the first cell with the text.
func cellOf(t testing.TB, table *document.Table, text string) document.Cell {
	t.Helper()
	for _, cell := range table.Cells {
		if cell.Text == text {
			return cell
		}
	}
	require.Fail(t, "no such cell", text)
	return document.Cell{}
}

// p is a paragraph of one run.
func p(text string) string { return `<w:p>` + r(text) + `</w:p>` }

func r(text string) string { return `<w:r><w:t>` + text + `</w:t></w:r>` }

// tc is a cell: its properties, and a paragraph of the text.
func tc(properties, text string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + p(text) + `</w:tc>`
}

// tr is a row of cells without properties.
func tr(texts ...string) string {
	var cells string
	for _, text := range texts {
		cells += tc("", text)
	}
	return `<w:tr>` + cells + `</w:tr>`
}

func tbl(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }

func span(n int) string { return fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, n) }

func width(n int) string { return fmt.Sprintf(`<w:tcW w:w="%d" w:type="dxa"/>`, n) }

const (
	mergeStart = `<w:vMerge w:val="restart"/>`
	mergeOn    = `<w:vMerge/>`
)
