package docx

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// FuzzRead reads whole files: no panic, no hang, an error of a known kind.
func FuzzRead(f *testing.F) {
	f.Add(wordFile(p("a") + tbl(tr("1", "2"))).bytes(f))
	f.Add(wordFile(numberedP(1, 0, "a")).with("word/numbering.xml", numberingXML(listXML(level1("decimal", "%1."))+list1)).bytes(f))
	f.Add(liar(f, "word/document.xml", 1<<16))
	f.Fuzz(func(t *testing.T, data []byte) {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		doc, err := Read(ctx, data, Limits{})
		sound(t, doc, err)
	})
}

// FuzzParts reads files of any three parts, past the checksums of the archive.
func FuzzParts(f *testing.F) {
	styles := stylesXML(`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`)
	numbers := numberingXML(listXML(level1("chineseCounting", "%1、"), level1("decimal", "%1.%2")) + list1)
	f.Add(documentXML(numberedP(1, 1, "a")+tbl(`<w:tr>`+tc(mergeStart+span(2), "1")+`</w:tr>`, `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>`+tc(mergeOn, "2")+`</w:tr>`)), styles, numbers)
	f.Add(documentXML(tbl(`<w:tr><w:tc>`+tbl(tr("1", "2"), tr("3", "4"))+`</w:tc></w:tr>`)), styles, "")
	for _, src := range scanned {
		f.Add(src, src, src)
	}
	f.Fuzz(func(t *testing.T, main, styles, numbers string) {
		limits := Limits{}.withDefaults()
		limits.Rows, limits.Cells, limits.Positions = 1000, 1000, 10_000
		doc, err := compose(context.Background(), parts{main: "x", document: decode(main), styles: styles, numbers: numbers}, limits)
		sound(t, doc, err)
	})
}

// FuzzScan holds the scanner against encoding/xml: what both take as XML they
// must read alike.
func FuzzScan(f *testing.F) {
	for _, src := range scanned {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		// The walk itself turns line ends of text to spaces.
		if strings.Contains(src, "\r") {
			return
		}
		want, valid := theirs(src)
		if got, ok := ours(decode(src)); valid && ok {
			require.Equal(t, want, got)
		}
	})
}

// sound checks what must hold of every reading.
func sound(t *testing.T, doc *document.Document, err error) {
	var known *document.Error
	if err != nil {
		require.True(t, errors.As(err, &known))
		require.NotEmpty(t, known.Message)
		return
	}
	for i, table := range doc.Tables() {
		require.Equal(t, i+1, table.Where.Table)
		for _, cell := range table.Cells {
			require.LessOrEqual(t, cell.Row+cell.RowSpan, table.Rows)
			require.LessOrEqual(t, cell.Column+cell.ColumnSpan, table.Columns)
			require.Positive(t, cell.RowSpan)
			require.Positive(t, cell.ColumnSpan)
		}
	}
}
