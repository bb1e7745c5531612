package workbook

import (
	"errors"
	"fmt"
	"io"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/parser"
)

// book is the workbook while it is written.
type book struct {
	file   *excelize.File
	run    *store.Run
	survey *survey
	folder string // that the workbook lies in: links are relative to it
	styles [looks]int
	sheets []*sheet
	cards  map[string]store.Card // by rule id

	overview *overview
	findings *findings
	tables   *tables
	rules    *ruleCounts
}

// epoch stands where a file says when it was made: the same run gives the same bytes.
const epoch = "1980-01-01T00:00:00Z"

func newBook(run *store.Run, survey *survey, folder string) (*book, error) {
	b := &book{file: excelize.NewFile(), run: run, survey: survey, folder: folder, cards: map[string]store.Card{}}
	for _, card := range run.Rules {
		b.cards[card.ID] = card
	}
	if err := b.open(); err != nil {
		return nil, errors.Join(err, b.close())
	}
	return b, nil
}

// open makes the sheets in the order of their tabs, up to their heads.
func (b *book) open() (err error) {
	if err := errors.Join(b.properties(), b.file.SetSheetName("Sheet1", overviewName)); err != nil {
		return err
	}
	for l := range looks {
		if b.styles[l], err = b.file.NewStyle(l.style()); err != nil {
			return err
		}
	}
	if b.overview, err = b.newOverview(); err != nil {
		return err
	}
	if b.findings, err = b.newFindings(); err != nil {
		return err
	}
	if b.tables, err = b.newTables(); err != nil {
		return err
	}
	b.rules = newRuleCounts()
	return nil
}

func (b *book) properties() error {
	return errors.Join(
		b.file.SetDefaultFont(face),
		b.file.SetAppProps(&excelize.AppProperties{Application: "gouji"}),
		b.file.SetDocProps(&excelize.DocProperties{
			Title:   fmt.Sprintf("政府信息公开工作年度报告第%d次核对", b.run.Number),
			Creator: b.run.Program, LastModifiedBy: b.run.Program,
			Created: epoch, Modified: epoch}))
}

// add takes the result of a file into every sheet.
func (b *book) add(r corpus.Result) error {
	if r.Report == nil { // of a register, or of a file that could not be read
		r.Report = &parser.Report{}
	}
	list := b.entries(r)
	first, err := b.findings.add(r, list)
	if err != nil {
		return err
	}
	if err := b.overview.add(r, list, first); err != nil {
		return err
	}
	b.rules.add(list)
	if r.Err != nil || r.Source.Format == corpus.Register {
		return nil
	}
	return b.tables.add(r)
}

// save ends the sheets that are written beside each other, writes the last ones
// and then the file.
func (b *book) save(to io.Writer) error {
	if err := b.writeRules(); err != nil {
		return err
	}
	if err := b.overview.colour(); err != nil {
		return err
	}
	if err := b.writeLegend(); err != nil {
		return err
	}
	for _, s := range b.sheets {
		if err := s.finish(); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	pack := &packer{out: to}
	defer pack.discard()
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return pack })
	_, err := b.file.WriteTo(io.Discard)
	return err
}

func (b *book) close() error { return b.file.Close() }

// text is a cell of text. Text is written as an inline string, which no program
// takes for a formula, whatever it begins with.
func (b *book) text(l look, text string) excelize.Cell {
	if text == "" {
		return excelize.Cell{StyleID: b.styles[l]}
	}
	return excelize.Cell{StyleID: b.styles[l], Value: cut(text)}
}

// value is a cell with a number.
func (b *book) value(l look, value any) excelize.Cell {
	return excelize.Cell{StyleID: b.styles[l], Value: value}
}

// maxText is how many UTF-16 units a cell may hold.
const maxText = excelize.TotalCellChars

// cut shortens a text that a cell cannot hold, and says so.
func cut(text string) string {
	const end = "…（太长，略去其余）"
	units := 0
	for i, r := range text {
		units++
		if r > 0xFFFF {
			units++
		}
		if units > maxText-len(end) {
			return text[:i] + end
		}
	}
	return text
}
