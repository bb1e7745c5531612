// Package pdftest writes small PDF files by hand, for the tests of the readers.
package pdftest

import (
	"bytes"
	"fmt"
	"strings"
)

// File is a PDF under construction: its objects in order, the first being
// number 1. Tests write page contents by hand, as in the PDF standard.
type File struct {
	Objects []string
	Trailer string // further entries of the trailer
}

// Add appends an object and returns a reference to it.
func (f *File) Add(body string) string {
	f.Objects = append(f.Objects, body)
	return fmt.Sprintf("%d 0 R", len(f.Objects))
}

// Stream appends a stream with the dictionary's entries.
func (f *File) Stream(entries, data string) string {
	return f.Add(fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(data), data))
}

// Bytes is the file.
func (f *File) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	offsets := make([]int, len(f.Objects))
	for i, body := range f.Objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, offset := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, f.Trailer, table)
	return b.Bytes()
}

// resources of every drawn page: F Helvetica, K a font whose code 1 is the
// Kangxi radical ⽇, N a font that says nothing of its characters, V a font that
// writes downwards, T a font drawn by the page (Type 3); G0 makes all transparent.
const resources = `/Font<</F 3 0 R/K 4 0 R/N 7 0 R/V 9 0 R/T 10 0 R>>/ExtGState<</G0<</ca 0/CA 0>>>>`

// Drawn is a file with one page of the entries and content; forms become its
// XObjects X0, X1, …, each drawn with the same resources.
func Drawn(entries, content string, forms ...string) []byte {
	f := &File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("<</Type/Pages/Kids[13 0 R]/Count 1/MediaBox[0 0 600 800]>>")
	f.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
	f.Add("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>")
	f.Add("<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000" +
		"/FontDescriptor<</Type/FontDescriptor/FontName/Song/Flags 4/Ascent 880/Descent -120/CapHeight 700/ItalicAngle 0/StemV 80/FontBBox[0 -120 1000 880]>>>>")
	f.Stream("", "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "+
		"3 beginbfchar <0001> <2F47> <0002> <E001> <0003> <0031> endbfchar endcmap")
	f.Add("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[5 0 R]>>")
	f.Stream("", "0 0 m 800 0 l 800 800 l f")
	f.Add("<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-V/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>")
	f.Add("<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a 11 0 R>>" +
		"/Encoding<</Type/Encoding/Differences[55/a]>>/FirstChar 55/LastChar 55/Widths[600]/ToUnicode 12 0 R/Resources<<>>>>")
	f.Stream("", "600 0 0 0 500 700 d1 0 0 500 700 re f")
	f.Stream("", "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <37> <0037> endbfchar endcmap")
	page := len(f.Objects)
	f.Add("")
	contents := f.Stream("", content)
	f.Objects[page] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %s/Resources<<%s%s>>%s>>", contents, resources, f.forms(forms), entries)
	return f.Bytes()
}

// forms adds the form XObjects. A form's text may start with entries of its
// dictionary, up to a bar; it can draw the forms after it.
func (f *File) forms(forms []string) string {
	var names strings.Builder
	next := len(f.Objects) + 1
	for i := range forms {
		fmt.Fprintf(&names, "/X%d %d 0 R", i, next+i)
	}
	all := "/XObject<<" + names.String() + ">>"
	for _, form := range forms {
		entries, content, found := strings.Cut(form, "|")
		if !found {
			entries, content = "", form
		}
		f.Stream("/Type/XObject/Subtype/Form/BBox[-1000 -1000 1000 1000]/Resources<<"+resources+all+">>"+entries, content)
	}
	return all
}

// Pages is a file with so many empty pages.
func Pages(count int) []byte {
	f := &File{}
	f.Add("<</Type/Catalog/Pages 2 0 R>>")
	f.Add("")
	kids := make([]string, count)
	for i := range kids {
		kids[i] = f.Add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>")
	}
	f.Objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Join(kids, " "), count)
	return f.Bytes()
}
