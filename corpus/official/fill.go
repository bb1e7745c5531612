package official

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/nguyenthenguyen/docx"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/form"
)

// ErrForm is why an office's own form cannot be filled.
var ErrForm = errors.New("填不进这份表")

// Fill fills a Word file that an office keeps as its blank form: every cell of the
// tables that is empty there gets what stands in it here, in the look that the form
// has for it; cells with a Mark are highlighted. Nothing else of the file changes.
//
// Which cell is which is for our own reader to say, by the labels around it: a copy
// of the form with another number in every empty cell is read, and so is the filled
// form before it is given out. Whatever is not in it then as it should be is an ErrForm.
func (f *Filled) Fill(ctx context.Context, blank []byte) ([]byte, error) {
	if _, err := readForm(ctx, blank); err != nil { // under the reader's limits
		return nil, err
	}
	file, err := docx.ReadDocxFromMemory(bytes.NewReader(blank), int64(len(blank)))
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrForm, err)
	}
	b := &blankForm{ctx: ctx, file: file.Editable()}
	b.text = b.file.GetContent()
	if b.openings, err = openings(b.text); err != nil {
		return nil, fmt.Errorf("%w：%w", ErrForm, err)
	}
	places, err := b.probe(f.Form)
	if err != nil {
		return nil, err
	}
	data, err := b.written(func(i int) (string, Mark) {
		entry := f.Cells[places[i]]
		return entry.text(), entry.Mark
	})
	if err != nil {
		return nil, err
	}
	return data, f.verify(ctx, data)
}

// blankForm is a Word file with empty cells.
type blankForm struct {
	ctx      context.Context
	file     *docx.Docx
	text     string // the XML of its document part
	openings []opening
}

// firstProbe is the number in the first empty cell of a probe: none that a form has.
const firstProbe = 700000001

// probe finds the figure of every opening, by its number; those that are none's have
// no id.
func (b *blankForm) probe(f *form.Form) ([]string, error) {
	data, err := b.written(func(i int) (string, Mark) { return strconv.Itoa(firstProbe + i), Plain })
	if err != nil {
		return nil, err
	}
	report, err := readForm(b.ctx, data)
	if err != nil {
		return nil, err
	}
	places, missing := make([]string, len(b.openings)), []string{}
	for _, cell := range f.Cells() {
		value, sure := report.Figure(cell.ID).Sure()
		i := int(value) - firstProbe
		if !sure || i < 0 || i >= len(places) {
			missing = append(missing, cell.Name())
			continue
		}
		places[i] = cell.ID
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("%w：按%s年格式，没有找到%d个空格，如%s", ErrForm, f.Edition, len(missing), strings.Join(missing[:min(len(missing), 3)], "、"))
	}
	return places, nil
}

// written is the file with texts in its openings; an empty one leaves it as it is.
func (b *blankForm) written(text func(i int) (string, Mark)) ([]byte, error) {
	var document strings.Builder
	at := 0
	for i := range b.openings {
		o := &b.openings[i]
		if words, mark := text(i); words != "" {
			document.WriteString(b.text[at:o.from])
			document.WriteString(o.fill(words, highlights[mark]))
			at = o.to
		}
	}
	document.WriteString(b.text[at:])
	b.file.SetContent(document.String())
	var file bytes.Buffer
	err := b.file.Write(&file)
	return file.Bytes(), err
}

// highlights are the colours of marked cells that Word has for text.
var highlights = map[Mark]string{Pale: "lightGray", Medium: "yellow", Strong: "yellow"}

// verify reads a filled form and holds it against what was to be filled in.
func (f *Filled) verify(ctx context.Context, data []byte) error {
	report, err := readForm(ctx, data)
	if err != nil {
		return err
	}
	for _, cell := range f.Form.Cells() {
		entry, got := f.Cells[cell.ID], report.Figure(cell.ID)
		empty := entry.State != parser.Number && entry.text() == ""
		switch {
		case got != nil && got.Doubt == "" && empty && got.State == parser.Blank:
		case got == nil || got.Doubt != "" || got.State != entry.State || got.Value != entry.Value:
			return fmt.Errorf("%w：填好后%s读出的不是填进去的", ErrForm, cell.Name())
		}
	}
	return nil
}

// readForm reads a Word file as a report.
func readForm(ctx context.Context, data []byte) (*parser.Report, error) {
	reader := parser.NewReader(parser.Options{})
	defer reader.Close()
	d, err := reader.Read(ctx, "空白表.docx", data)
	if err == nil && d.Format != document.DOCX {
		return nil, fmt.Errorf("%w：它不是 .docx 文件", ErrForm)
	}
	var report *parser.Report
	if err == nil {
		report, err = parser.Parse(d)
	}
	if err != nil {
		return nil, fmt.Errorf("%w：%w", ErrForm, err)
	}
	return report, nil
}
