package ledongthuc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/parser/pdf"
	"gouji/parser/pdf/ink"

	library "github.com/ledongthuc/pdf"
)

// Bounds on what one file may make us do.
const (
	deepestTree = 64        // nested page tree nodes
	mostGlyphs  = 2_000_000 // as in package pdf
	mostContent = 64 << 20  // bytes of one page's content, decompressed
	a4Width     = 595.0     // of pages that state no size
	a4Height    = 842.0
)

// reading is one document being read.
type reading struct {
	limits  pdf.Limits
	content pdf.Content
	lost    []string         // why pages could not be read
	fonts   map[string]*font // by the font dictionary's text
	glyphs  int
	nodes   int
}

// read reads a whole file in this process.
func read(data []byte, limits pdf.Limits, passwords []string) (*pdf.Content, *document.Error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, document.Errorf(document.Corrupt, "文件是空的")
	}
	file, err := library.NewReaderEncrypted(bytes.NewReader(data), int64(len(data)), inOrder(passwords))
	if err != nil {
		return nil, refused(err, len(passwords))
	}
	if weak(file) {
		return nil, refused(errWeakKey, 0)
	}
	r := &reading{limits: limits, fonts: map[string]*font{}}
	root := file.Trailer().Key("Root").Key("Pages")
	if claimed := root.Key("Count").Int64(); claimed > int64(limits.Pages) {
		return nil, tooManyPages(int(claimed), limits)
	}
	if failure := r.tree(root, inherited{}, 0); failure != nil {
		return nil, failure
	}
	if len(r.lost) == len(r.content.Pages) {
		return nil, document.Errorf(document.Corrupt, "PDF 已损坏，没有一页读得出来")
	}
	if len(r.lost) > 0 {
		r.content.Incomplete = fmt.Sprintf("有 %d 页读不出来（%s）", len(r.lost), r.lost[0])
	}
	r.content.Damage = pdf.Damage(data)
	return &r.content, nil
}

// inOrder hands out the passwords one by one, then the empty one, which ends
// the library's asking.
func inOrder(passwords []string) func() string {
	return func() string {
		if len(passwords) == 0 {
			return ""
		}
		next := passwords[0]
		passwords = passwords[1:]
		return next
	}
}

var errWeakKey = errors.New("encryption with a short key")

// weak reports whether the file is encrypted with a key so short that the
// library decrypts its objects wrongly: it does not shorten their own keys.
func weak(file *library.Reader) bool {
	const wholeKey = 88 // bits, from which an object's key has its full 128
	encryption := file.Trailer().Key("Encrypt")
	bits := encryption.Key("Length").Int64()
	return !encryption.IsNull() && (encryption.Key("V").Int64() == 1 || bits < wholeKey)
}

// refused turns the library's errors into ours.
func refused(err error, tried int) *document.Error {
	switch {
	case errors.Is(err, library.ErrInvalidPassword):
		return document.Locked("PDF ", tried)
	case strings.Contains(err.Error(), "encryption"):
		return document.Errorf(document.Unsupported, "这个读取器不认识此 PDF 的加密方式，请改用默认读取器：%w", err)
	}
	return document.Errorf(document.Corrupt, "PDF 已损坏，打不开：%w", err)
}

func tooManyPages(count int, limits pdf.Limits) *document.Error {
	return document.Exceeded(document.Pages, "PDF 有 %d 页，超过上限 %d 页", count, limits.Pages)
}

// inherited is what a page takes from the nodes above it.
type inherited struct {
	resources, media, crop, rotate library.Value
}

func (i inherited) under(node library.Value) inherited {
	for key, to := range map[string]*library.Value{"Resources": &i.resources, "MediaBox": &i.media, "CropBox": &i.crop, "Rotate": &i.rotate} {
		if value := node.Key(key); !value.IsNull() {
			*to = value
		}
	}
	return i
}

// tree walks the page tree; a loop in it ends at the limits.
func (r *reading) tree(node library.Value, above inherited, depth int) *document.Error {
	r.nodes++
	if depth > deepestTree || r.nodes > 4*r.limits.Pages+1000 {
		return document.Errorf(document.Corrupt, "PDF 已损坏：页面目录没有尽头")
	}
	above = above.under(node)
	kids := node.Key("Kids")
	if kids.Kind() != library.Array {
		return r.page(node, above)
	}
	for i := range kids.Len() {
		if failure := r.tree(kids.Index(i), above, depth+1); failure != nil {
			return failure
		}
	}
	return nil
}

// page reads one page; what the library panics with loses the page alone.
func (r *reading) page(node library.Value, above inherited) *document.Error {
	number := len(r.content.Pages) + 1
	if number > r.limits.Pages {
		return tooManyPages(number, r.limits)
	}
	page := layout.Page{Number: number}
	if cause := r.draw(&page, node, above); cause != "" {
		r.lost = append(r.lost, fmt.Sprintf("第%d页：%s", number, cause))
		page = layout.Page{Number: number}
	}
	r.content.Pages = append(r.content.Pages, page)
	if r.glyphs > mostGlyphs {
		return document.Exceeded(document.Content, "PDF 内容太多：前 %d 页已有 %d 字", number, r.glyphs)
	}
	return nil
}

// draw fills the page; cause says why it could not.
func (r *reading) draw(page *layout.Page, node library.Value, above inherited) (cause string) {
	defer func() {
		if panicked := recover(); panicked != nil {
			cause = fmt.Sprint(panicked)
		}
	}()
	shown := above.displayed(page)
	c := &canvas{reading: r, drawing: ink.NewDrawing(page.Width, page.Height),
		bounds: document.Box{X1: page.Width, Y1: page.Height}}
	c.run(contents(node.Key("Contents")), above.resources, initial(shown), 0)
	c.drawing.Finish(page)
	page.Glyphs = ink.Once(ink.Spread(c.glyphs))
	return ""
}

// displayed finds the page's size and how its user space is displayed.
func (i inherited) displayed(page *layout.Page) ink.Matrix {
	left, bottom, right, top := rectangle(i.media, 0, 0, a4Width, a4Height)
	x0, y0, x1, y1 := rectangle(i.crop, left, bottom, right, top)
	left, bottom, right, top = max(left, x0), max(bottom, y0), min(right, x1), min(top, y1)
	quarters := int((i.rotate.Int64()/90%4 + 4) % 4)
	page.Width, page.Height = right-left, top-bottom
	if quarters%2 == 1 {
		page.Width, page.Height = page.Height, page.Width
	}
	return ink.Display(left, bottom, right, top, quarters)
}

// rectangle reads a box, whichever corners it names; the default where it is none.
func rectangle(v library.Value, left, bottom, right, top float64) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = v.Index(0).Float64(), v.Index(1).Float64(), v.Index(2).Float64(), v.Index(3).Float64()
	x0, x1, y0, y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
	if x1-x0 <= 0 || y1-y0 <= 0 {
		return left, bottom, right, top
	}
	return x0, y0, x1, y1
}

// contents is a page's content, of one stream or of several.
func contents(v library.Value) []byte {
	if v.Kind() != library.Array {
		return stream(v)
	}
	var all []byte
	for i := range v.Len() {
		all = append(append(all, stream(v.Index(i))...), '\n')
	}
	return all
}

// stream is a stream's data; it panics where the library cannot decode it.
func stream(v library.Value) []byte {
	if v.Kind() != library.Stream {
		return nil
	}
	data, err := io.ReadAll(io.LimitReader(v.Reader(), mostContent+1))
	if err != nil && len(data) == 0 {
		panic(err)
	}
	if len(data) > mostContent {
		panic("页面内容太大")
	}
	return data
}
