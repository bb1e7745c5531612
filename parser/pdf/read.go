package pdf

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf/ink"
)

// What one document, and one page of it, may make us hold and sort: a thousand
// glyphs take 0.8 MB on their way to a table. A report of the longest has 100 pages
// of 1,500; A3 in print of 5 points holds 40,000. Glyphs count once for each pass.
const (
	MaxGlyphs      = 400_000
	maxPageGlyphs  = 60_000
	MaxObjects     = 400_000
	maxPageObjects = 100_000
)

// Read reads a whole PDF file. Encrypted files are read that have an empty user
// password, or one of the engine's. Errors are *document.Error: corrupt, encrypted,
// too-large or timeout; a file without any text is no error here (see
// Content.Scanned).
func (e *Engine) Read(ctx context.Context, data []byte, limits Limits) (*Content, error) {
	limits = limits.WithDefaults()
	if err := e.plausible(data, limits); err != nil {
		return nil, err
	}
	var content *Content
	err := e.use(ctx, func(l *library) (err error) {
		content, err = e.read(l, data, limits)
		return err
	})
	if err != nil {
		return nil, err
	}
	return content, nil
}

// plausible refuses what PDFium need not be asked about.
func (e *Engine) plausible(data []byte, limits Limits) error {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return document.Errorf(document.Corrupt, "文件是空的")
	case len(data) > limits.Bytes:
		return document.Exceeded(document.Size, "PDF 有 %d 字节，超过上限 %d 字节", len(data), limits.Bytes)
	case len(data) > e.memory/2: // PDFium holds the file beside what it makes of it
		return document.Exceeded(document.Memory, "PDF 有 %s，读它要至少两倍的内存，超过限额 %s",
			document.Megabytes(int64(len(data))), document.Megabytes(int64(e.memory)))
	}
	return nil
}

// reading is one document in a library.
type reading struct {
	*library
	handle  uint64
	content *Content
	glyphs  int
	objects int
	before  struct{ glyphs, objects int } // on the pages before this one
	keys    keys
	unshown bool            // a field of a form has a value that is not drawn
	lost    []int           // numbers of the pages that PDFium could not load
	judge   Judge           // nil when nobody asks
	looks   map[look]bool   // that it was asked about
	liars   map[face]string // the fonts that it believes nothing of, and why
	buried  map[uint64]bool // text objects of the page that nobody sees
	layered bool            // the file may have layers
}

// keys are addresses of C strings, names of entries that PDFium is asked for.
type keys struct {
	actual uint64 // ActualText
	value  uint64 // V
	kind   uint64 // FT
}

func (l *library) loadKeys() keys {
	return keys{l.load([]byte("ActualText\x00")), l.load([]byte("V\x00")), l.load([]byte("FT\x00"))}
}

func (l *library) freeKeys(k keys) {
	for _, address := range []uint64{k.actual, k.value, k.kind} {
		l.free(address)
	}
}

// read reads the file or, when that fails for its damage, what can be repaired of it.
func (e *Engine) read(l *library, data []byte, limits Limits) (*Content, error) {
	content, err := e.readFile(l, data, limits)
	var known *document.Error
	if !errors.As(err, &known) || known.Kind != document.Corrupt || l.err != nil {
		return content, err
	}
	whole := repaired(data)
	if whole == nil {
		return nil, err
	}
	content, failure := e.readFile(l, whole, limits)
	if failure != nil {
		return nil, err
	}
	content.Incomplete = strings.Trim(missingEnd(data)+"；"+content.Incomplete, "；")
	content.Damage = Damage(data)
	return content, nil
}

func (e *Engine) readFile(l *library, data []byte, limits Limits) (*Content, error) {
	address := l.load(data)
	defer l.free(address)
	handle, err := l.open(address, data, e.Passwords)
	if err != nil {
		return nil, err
	}
	defer l.call("FPDF_CloseDocument", handle)
	pages := l.count("FPDF_GetPageCount", handle)
	if pages > limits.Pages {
		return nil, document.Exceeded(document.Pages, "PDF 有 %d 页，超过上限 %d 页", pages, limits.Pages)
	}
	r := &reading{
		library: l, handle: handle, content: &Content{Outlined: true},
		judge: limits.Judge, layered: mayHaveLayers(data), looks: map[look]bool{}, liars: map[face]string{},
	}
	r.keys = l.loadKeys()
	defer l.freeKeys(r.keys)
	err = r.pages(pages)
	if err == nil && len(r.liars) > 0 { // pages before the one that gave them away
		r.content, r.lost, r.glyphs, r.objects = &Content{Outlined: true}, nil, 0, 0
		err = r.pages(pages)
	}
	if err != nil {
		return nil, err
	}
	r.content.Author = r.author()
	rebuilt := !r.yes("FPDF_DocumentHasValidCrossReferenceTable", handle)
	r.content.Incomplete = r.incomplete(data, rebuilt)
	r.content.Lie = r.lie()
	r.content.Damage = cmp.Or(Damage(data), r.content.Lie)
	if r.unshown {
		r.content.Damage = cmp.Or(r.content.Damage, unshownValue)
	}
	return r.content, nil
}

// mayHaveLayers reports whether the file has layers, or packs its objects so that
// nobody knows.
func mayHaveLayers(data []byte) bool {
	return bytes.Contains(data, []byte("/OCProperties")) || bytes.Contains(data, []byte("/ObjStm"))
}

func (r *reading) pages(count int) error {
	for number := 1; number <= count && r.err == nil; number++ {
		page, ok := r.page(number)
		if !ok {
			r.lost = append(r.lost, number)
		}
		r.content.Pages = append(r.content.Pages, page)
		if r.full() {
			return document.Exceeded(document.Content, "PDF 内容太多：前 %d 页已有 %d 字、%d 个图形", number, r.glyphs, r.objects)
		}
	}
	if len(r.lost) == count {
		return document.Errorf(document.Corrupt, "PDF 已损坏，没有一页读得出来")
	}
	return nil
}

// full reports whether the document has, or one of its pages, more than we hold.
func (r *reading) full() bool {
	return r.glyphs > MaxGlyphs || r.objects > MaxObjects ||
		r.glyphs-r.before.glyphs > maxPageGlyphs || r.objects-r.before.objects > maxPageObjects
}

// page reads one page; ok is false when PDFium could not load it.
func (r *reading) page(number int) (page layout.Page, ok bool) {
	page.Number = number
	r.before.glyphs, r.before.objects = r.glyphs, r.objects
	handle := r.call("FPDF_LoadPage", r.handle, uint64(number-1))
	if handle != 0 {
		handle = r.typed(handle, number)
	}
	if handle == 0 {
		return page, false
	}
	defer r.call("FPDF_ClosePage", handle)
	shown := r.displayed(handle, &page)
	drawn := r.readDrawing(handle, shown, &page)
	r.buried = drawn.unseen(handle, &page)
	r.readGlyphs(handle, drawn.texts, shown, &page)
	drawn.partDoubles(handle, &page)
	return page, true
}

// displayed finds the page's size and how its user space is displayed.
func (r *reading) displayed(handle uint64, page *layout.Page) ink.Matrix {
	r.call("FPDF_GetPageBoundingBox", handle, r.at(0))
	left, top, right, bottom := r.float(0), r.float(1), r.float(2), r.float(3)
	quarters := int(r.call("FPDFPage_GetRotation", handle)) & 3
	page.Width, page.Height = right-left, top-bottom
	if quarters%2 == 1 {
		page.Width, page.Height = page.Height, page.Width
	}
	return ink.Display(left, bottom, right, top, quarters)
}

// incomplete says what of the file was not read; empty when all was. rebuilt
// tells that PDFium had to search for the objects.
func (r *reading) incomplete(data []byte, rebuilt bool) string {
	var parts []string
	if len(r.lost) > 0 {
		parts = append(parts, fmt.Sprintf("有 %d 页读不出来（%s）", len(r.lost), PageList(r.lost)))
	}
	if rebuilt {
		parts = append(parts, missingEnd(data))
	}
	return strings.Join(parts, "；")
}

// missingEnd says what is wrong with a file whose objects had to be searched for.
func missingEnd(data []byte) string {
	if cutOff(data) {
		return "文件不完整，末尾缺失"
	}
	return "文件的对象目录损坏，由程序重建，可能有内容没有读到"
}

// cutOff reports whether the mark that ends every PDF file is missing. Some
// programs write a little after it.
func cutOff(data []byte) bool {
	const little = 2048
	return !bytes.Contains(data[max(0, len(data)-little):], []byte("%%EOF"))
}

// PageList names the first few pages: 第2、5、7页等.
func PageList(pages []int) string {
	const named = 5
	var list []string
	for _, page := range pages[:min(named, len(pages))] {
		list = append(list, fmt.Sprint(page))
	}
	text := "第" + strings.Join(list, "、") + "页"
	if len(pages) > named {
		text += "等"
	}
	return text
}
