// Package pdf reads what a PDF file draws: bytes go in, layout pages come out,
// each with its visible glyphs and rulings in the page as displayed. It knows
// no line, no cell and no table.
//
// The reading is done by Google's PDFium, compiled to WebAssembly and run by
// wazero inside this process: a hostile file can reach neither the disk nor
// this program's memory. Read the files in this order: module.go makes the
// sandbox, library.go is one PDFium in it, engine.go hands PDFiums out to
// documents, read.go walks a document, glyph.go and ruling.go walk a page.
//
// The bargain: every glyph that a person sees is reported once, with the box
// that it has on the displayed page (rotation and crop box applied); what
// nobody sees (spaces, invisible or fully clipped text, the second copy of a
// glyph printed twice to make it bold) is left out; a glyph whose character is
// a guess carries a Doubt. Nothing is merged into words and nothing is judged.
//
//	engine := pdf.NewEngine(runtime.NumCPU(), pdf.DefaultMemory)
//	defer engine.Close()
//	content, err := engine.Read(ctx, data, pdf.Limits{})
//
// BUG(gouji): UserUnit is not applied, PDFium does not tell it. Clip paths are
// ignored, so text that a clip hides is reported.
package pdf

import "gouji/parser/layout"

// Limits bounds the work that one file may cause; a zero field means its default.
type Limits struct {
	Pages int // most pages, default 2000
	Bytes int // largest file in bytes, default 128 MiB; one must fit in half the engine's memory too
	// Judge is asked about every kind of digit that the file draws by itself; nil
	// asks nobody.
	Judge Judge
}

// Defaults of Limits.
const (
	DefaultPages = 2000
	DefaultBytes = 128 << 20
)

// DefaultMemory is the most memory that one PDFium may have when NewEngine is
// told nothing else, LeastMemory what it cannot do without, in bytes. It starts
// with 18 MiB; a report needs no more, a scan of 40 MB needs it twice.
const (
	DefaultMemory = 128 << 20
	LeastMemory   = 32 << 20
)

// Content is everything that a PDF file draws.
type Content struct {
	Pages []layout.Page // as many as the file has; unreadable ones are empty
	// Incomplete says what part of the file could not be read, in Chinese;
	// empty when all was.
	Incomplete string
	// Damage says why nothing that was read is sure, in Chinese; empty when
	// nothing is damaged.
	Damage string
	// Lie is a Damage that the fonts cause, which draw digits otherwise than they
	// say: it is nothing to pages that are read as pictures.
	Lie string
	// Outlined tells that the file brings the outlines of all its glyphs without
	// meaning: of others each machine draws what it likes.
	Outlined bool
	// Doubled are the numbers of the pages whose text stands upon pictures that show
	// it already; it was put into their layer. RenderWithoutText draws what is read of them.
	Doubled []int
	// Torn are the numbers of the pages on which the data of a picture is damaged
	// that may hold a table: it is nothing to pages that are not read as pictures.
	Torn []int
	// Hidden counts the invisible glyphs that were left out, such as the text
	// layer that a recogniser puts under a scanned page.
	Hidden int
	Author string // as the file's properties name it
}

// Scanned reports whether the file shows pictures and no text at all.
func (c *Content) Scanned() bool {
	pictures := 0
	for _, page := range c.Pages {
		if len(page.Glyphs) > 0 {
			return false
		}
		pictures += len(page.Pictures)
	}
	return pictures > 0
}

// Pictured are the indexes of the pages that have to be looked at to be read: they
// show pictures and no text, or their text is nonsense.
func (c *Content) Pictured() []int {
	var list []int
	nonsense := make([]bool, len(c.Pages))
	if c.Outlined && c.Incomplete == "" && c.Damage == c.Lie { // else nobody knows what is drawn
		nonsense = garbled(c.Pages)
	}
	for i, page := range c.Pages {
		if len(page.Glyphs) == 0 && len(page.Pictures) > 0 || nonsense[i] {
			list = append(list, i)
		}
	}
	return list
}

// WithDefaults fills in the defaults.
func (l Limits) WithDefaults() Limits {
	if l.Pages <= 0 {
		l.Pages = DefaultPages
	}
	if l.Bytes <= 0 {
		l.Bytes = DefaultBytes
	}
	return l
}
