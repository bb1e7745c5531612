package parser

import (
	"gouji/parser/docx"
	"gouji/parser/html"
	"gouji/parser/ofd"
	"gouji/parser/pdf"
)

// Limits bounds what one file may cost, in the terms that a user can set; each
// reader has finer bounds of its own besides. A zero field takes its default.
type Limits struct {
	Size   int64 // bytes of the file
	Memory int64 // bytes that reading it may take; see below
	Pages  int   // of a PDF or an OFD
	Depth  int   // elements of XML or HTML in each other
	Ratio  int64 // bytes that come out of an archive for each that is in it
}

// The defaults: far above any report. Reports are below 1 MB, scans of them
// below 50 MB; the longest has some hundred pages. XML and HTML of reports nest
// up to 60 deep, and pack 10 to 60 times; a bomb packs 1,000 times.
const (
	DefaultSize   = 128 << 20
	DefaultMemory = pdf.DefaultMemory
	DefaultPages  = pdf.DefaultPages
	DefaultDepth  = 500
	DefaultRatio  = 200
)

// LeastMemory is what no PDF can be read without, in bytes, and MostMemory what
// a WebAssembly module can address.
const (
	LeastMemory = pdf.LeastMemory
	MostMemory  = 4<<30 - 1<<16
)

// WithDefaults fills in the defaults.
func (l Limits) WithDefaults() Limits {
	fill(&l.Size, DefaultSize)
	fill(&l.Memory, DefaultMemory)
	fill(&l.Pages, DefaultPages)
	fill(&l.Depth, DefaultDepth)
	fill(&l.Ratio, DefaultRatio)
	return l
}

func fill[N int | int64](field *N, standard N) {
	if *field <= 0 {
		*field = standard
	}
}

// Unpacked is how many bytes may come out of so many packed ones.
func (l Limits) Unpacked(packed int64) int64 { return l.word().Unpacked(packed) }

// What Memory means: a PDF is read by a PDFium that has exactly so much. For the
// other readers it is an estimate, from how many times over they hold the text.

func (l Limits) pdf() pdf.Limits {
	return pdf.Limits{Pages: l.Pages, Bytes: int(l.Size)}
}

func (l Limits) word() docx.Limits {
	return docx.Limits{Depth: l.Depth, Ratio: l.Ratio, PartBytes: l.Memory / 4, TotalBytes: l.Memory / 8 * 3}
}

func (l Limits) ofd() ofd.Limits { return ofd.Limits{Archive: l.word(), Pages: l.Pages} }

func (l Limits) page() html.Limits {
	return html.Limits{Depth: l.Depth, Bytes: int(l.Memory / 8)}
}
