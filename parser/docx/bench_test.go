package docx

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// A report as WPS writes it: 250 KB of document, every run and cell with its
// look, and the 350 KB of styles that some programs put into every file.
func BenchmarkRead(b *testing.B) {
	data := report().bytes(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(context.Background(), data, Limits{}); err != nil {
			b.Fatal(err)
		}
	}
}

func TestTheBenchmarkReadsWhatItSays(t *testing.T) {
	f := report()
	assert.InDelta(t, 250_000, len(f["word/document.xml"]), 50_000)
	assert.InDelta(t, 350_000, len(f["word/styles.xml"]), 50_000)
	assert.Len(t, read(t, f).Tables()[0].Cells, 320)
}

func report() file {
	const borders = `<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders><w:vAlign w:val="center"/>`
	const look = `<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋_GB2312" w:cs="Times New Roman"/><w:b w:val="false"/><w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`
	cell := func(text string) string {
		return `<w:tc><w:tcPr>` + width(900) + borders + `</w:tcPr><w:p><w:pPr><w:widowControl/><w:jc w:val="center"/>` + look + `</w:pPr><w:r>` + look + `<w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	var rows []string
	for r := range 32 {
		var cells string
		for c := range 10 {
			cells += cell(itoa(r * c))
		}
		rows = append(rows, `<w:tr>`+cells+`</w:tr>`)
	}
	var styles strings.Builder
	for i := range 550 {
		fmt.Fprintf(&styles, `<w:style w:type="table" w:styleId="t%d"><w:name w:val="t%d"/>%s<w:tblPr>%s</w:tblPr></w:style>`, i, i, look, borders)
	}
	return wordFile(strings.Repeat(p("各级行政机关主动公开政府信息的情况。"), 40)+tbl(rows...)).with("word/styles.xml", stylesXML(styles.String()))
}
