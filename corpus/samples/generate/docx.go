package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"time"
)

// Twips are twentieths of a point, OOXML's unit of length.
const twips = 20

// made is the date in every file, so that the same sample gives the same bytes.
var made = time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)

// docx writes a report as WordprocessingML.
func docx(r *Report, style *Style) ([]byte, error) {
	w := &wordWriter{style: style, report: r}
	w.body()
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", wordStyles(style)},
		{"word/numbering.xml", wordNumbering},
		{"word/header1.xml", wordHeader(r)},
		{"word/footer1.xml", wordFooter},
		{"word/document.xml", xmlHead + `<w:document ` + wordSpace + `><w:body>` + w.text() + `</w:body></w:document>`},
	}
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, part := range parts {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: part.name, Method: zip.Deflate, Modified: made})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write([]byte(part.text)); err != nil {
			return nil, err
		}
	}
	err := archive.Close()
	return file.Bytes(), err
}

// wordWriter builds the body of word/document.xml.
type wordWriter struct {
	strings.Builder
	style    *Style
	report   *Report
	tracked  int // tracked figures so far
	controls int // content controls so far
}

func (w *wordWriter) body() {
	for _, line := range w.report.Title {
		w.paragraph("Title", line)
	}
	for _, text := range w.report.Preface {
		w.paragraph("Body", text)
	}
	for i := range w.report.Parts {
		w.part(&w.report.Parts[i])
	}
	for _, line := range w.report.Signature {
		w.paragraph("Signature", line)
	}
	w.section()
}

// text is the body as written so far.
func (w *wordWriter) text() string {
	if w.style.Radicals {
		return asRadicals(w.String())
	}
	return w.String()
}

func (w *wordWriter) part(p *Part) {
	heading := p.Title
	if w.style.Numerals == Typed {
		heading = numerals[p.Number] + "、" + heading
	}
	w.paragraph("Heading1", heading)
	for _, paragraph := range p.Prose {
		if paragraph.Heading {
			w.paragraph("Heading2", paragraph.Text)
			continue
		}
		w.prose(paragraph.Text)
	}
	grids := w.report.grids(p.Table, w.style)
	for i, g := range grids {
		if i > 0 {
			w.paragraph("Gap", "")
		}
		w.table(g)
	}
	if len(grids) > 0 {
		w.paragraph("Gap", "")
	}
}

var numerals = []string{"零", "一", "二", "三", "四", "五", "六"}

func (w *wordWriter) paragraph(style, text string) {
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, wordRun(text))
}

// prose writes a paragraph of body text, the first clause as an insertion
// where changes are tracked.
func (w *wordWriter) prose(text string) {
	first, rest, ok := strings.Cut(text, "，")
	if !w.style.Word.Tracked || !ok {
		w.paragraph("Body", text)
		return
	}
	fmt.Fprintf(w, `<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>%s%s%s</w:p>`,
		w.revision("ins", first+"，"), w.revision("del", "据初步统计，"), wordRun(rest))
}

// revision is a run that was inserted ("ins") or deleted ("del").
func (w *wordWriter) revision(kind, text string) string {
	w.tracked++
	run := wordRun(text)
	if kind == "del" {
		run = strings.NewReplacer("<w:t ", "<w:delText ", "</w:t>", "</w:delText>").Replace(run)
	}
	return fmt.Sprintf(`<w:%s w:id="%d" w:author="初审" w:date="2024-01-05T09:00:00Z">%s</w:%[1]s>`, kind, w.tracked, run)
}

func wordRun(text string) string {
	if text == "" {
		return ""
	}
	return `<w:r><w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace

// section writes the page: its size, margins, header and footer.
func (w *wordWriter) section() {
	w.WriteString(`<w:sectPr>`)
	if w.style.Header {
		w.WriteString(`<w:headerReference w:type="default" r:id="rId3"/>`)
	}
	if w.style.Footer {
		w.WriteString(`<w:footerReference w:type="default" r:id="rId4"/>`)
	}
	width, height, orient := a4Width, a4Height, ""
	if w.style.Landscape {
		width, height, orient = height, width, ` w:orient="landscape"`
	}
	fmt.Fprintf(w, `<w:pgSz w:w="%d" w:h="%d"%s/><w:pgMar w:top="%[4]d" w:right="%[4]d" w:bottom="%[4]d" w:left="%[4]d" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`,
		int(width*twips), int(height*twips), orient, int(w.style.margin()*twips))
}

// The page, points.
const a4Width, a4Height = 595.3, 841.9

func (s *Style) margin() float64 { return or(s.Margin, 72) }

func (s *Style) size() float64 { return or(s.Size, 16) }

func (s *Style) tableSize() float64 { return or(s.TableSize, 9) }

func (s *Style) font() string { return or(s.Font, "宋体") }

// heads is the face of title and headings: 黑体 is customary, and has no bold.
func (s *Style) heads() string {
	if s.Font == "" || strings.HasPrefix(s.Font, "仿宋") {
		return "黑体"
	}
	return hei
}

// or is the value, or what stands for its zero value.
func or[T comparable](value, otherwise T) T {
	var zero T
	if value == zero {
		return otherwise
	}
	return value
}

// textWidth is the width between the margins, points.
func (s *Style) textWidth() float64 {
	if s.Landscape {
		return a4Height - 2*s.margin()
	}
	return a4Width - 2*s.margin()
}
