package parser

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"gouji/parser/document"
	"gouji/parser/form"
)

// statements are the words that a line may begin with, figures' ids apart.
var statements map[string]func(*draft, []factWord) error

func init() { // a literal would refer to itself through the setters
	statements = map[string]func(*draft, []factWord) error{
		"file": setFile, "form": setForm, "title": setTitle, "organ": setOrgan, "year": setYear,
		"period": setPeriod, "date": setDate, "section": setSection, "preface": addPreface,
		"text": addText, "whole": setWhole, "table": setTable, "row": setRow, "column": setColumn,
		"columns": setColumns, "block": addBlock, "blocks": setBlocks, "note": setNote, "revisions": setRevisions, "pictures": setPictures, "author": addAuthor, "incomplete": setIncomplete,
	}
}

// setFile reads the path of the report's file; its ending tells the format.
func setFile(d *draft, words []factWord) error {
	path, err := oneText(words)
	d.report.Source = Source{Path: path, Format: formatNamed(path)}
	return err
}

func formatNamed(path string) document.Format {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".pdf":
		return document.PDF
	case ".docx":
		return document.DOCX
	case ".doc", ".wps":
		return document.DOC
	case ".html", ".htm":
		return document.HTML
	case ".rtf":
		return document.RTF
	case ".odt", ".fodt":
		return document.ODT
	case ".ofd":
		return document.OFD
	case ".mht", ".mhtml":
		return document.MHTML
	}
	return ""
}

func setTitle(d *draft, words []factWord) error {
	d.report.Title = freeText(words)
	return nil
}

func setOrgan(d *draft, words []factWord) error {
	d.report.Organ = freeText(words)
	return nil
}

func setYear(d *draft, words []factWord) (err error) {
	if d.report.Year, err = strconv.Atoi(freeText(words)); err != nil {
		return ErrArguments
	}
	return nil
}

func setPeriod(d *draft, words []factWord) error {
	if len(words) != 2 {
		return ErrArguments
	}
	from, err := dateOf(words[0])
	if err != nil {
		return err
	}
	to, err := dateOf(words[1])
	d.report.Period = &Period{From: from, To: to}
	return err
}

func setDate(d *draft, words []factWord) error {
	if len(words) != 1 {
		return ErrArguments
	}
	date, err := dateOf(words[0])
	d.report.Date = &date
	return err
}

func addPreface(d *draft, words []factWord) error {
	text, err := oneText(words)
	d.report.Preface = append(d.report.Preface, Passage{Text: text})
	return err
}

func setIncomplete(d *draft, words []factWord) (err error) {
	d.report.Incomplete, err = oneText(words)
	return err
}

// setTable reads: table remedies absent.
func setTable(d *draft, words []factWord) error {
	if len(words) != 2 || words[1].text != "absent" || strings.Contains(words[0].text, ".") {
		return ErrArguments
	}
	return d.setFigures(words[0].text, words[1:])
}

// setRow reads a label as printed, or a row that the form does not have.
func setRow(d *draft, words []factWord) error {
	if len(words) > 2 && (words[0].text == "after" || words[0].text == "before") {
		return d.addRow(words[1].text, words[0].text == "before", words[2:])
	}
	if len(words) > 1 && words[0].text == "again" {
		return d.repeatRow(words[1].text, words[2:])
	}
	return d.setMark("row", words)
}

func setColumn(d *draft, words []factWord) error { return d.setMark("column", words) }

func (d *draft) setMark(kind string, words []factWord) error {
	if len(words) < 2 {
		return ErrArguments
	}
	path := words[0].text
	if kind == "row" && len(d.cellsBelow(path)) == 0 || kind == "column" && !d.hasColumn(path) {
		return fmt.Errorf("%w: %s", ErrFigure, path)
	}
	text, match, told, err := textAndMatch(words[1:])
	d.marks[kind+" "+path] = mark{text, match, told}
	return err
}

// hasColumn takes table.column, or the id of the column's first cell in a
// table that has several blocks.
func (d *draft) hasColumn(path string) bool {
	for _, t := range d.tables {
		for _, b := range t.Blocks {
			for _, c := range b.Official.Columns {
				if path == form.ID(t.Key, c.Key) || path == form.ID(t.Key, b.Official.Rows[0].Key, c.Key) {
					return true
				}
			}
		}
	}
	return false
}

// addRow reads: [group] "label" cell…
func (d *draft) addRow(anchor string, before bool, words []factWord) error {
	block, key := d.blockAt(anchor)
	if block == nil {
		return fmt.Errorf("%w: %s", ErrFigure, anchor)
	}
	e := extraRow{anchor: key, before: before}
	if words[0].text == "group" && !words[0].quoted {
		e.row.Group, words = true, words[1:]
	}
	if len(words) == 0 || !words[0].quoted {
		return ErrArguments
	}
	e.row.Printed = words[0].text
	for _, w := range words[1:] {
		e.row.Cells = append(e.row.Cells, w.text)
	}
	d.extra[block] = append(d.extra[block], e)
	return nil
}

// repeatRow reads: a row's path and the cells of its second printing.
func (d *draft) repeatRow(path string, words []factWord) error {
	block, key := d.blockAt(path)
	if block == nil {
		return fmt.Errorf("%w: %s", ErrFigure, path)
	}
	e := extraRow{anchor: key, row: Row{Label: Label{Key: key}}}
	for _, w := range words {
		e.row.Cells = append(e.row.Cells, w.text)
	}
	d.extra[block] = append(d.extra[block], e)
	return nil
}

// blockAt finds the block that a path's row stands in, and the row's key.
func (d *draft) blockAt(path string) (*form.Block, string) {
	table, key, _ := strings.Cut(path, ".")
	for _, t := range d.tables {
		for _, b := range t.Blocks {
			single := key == "" && len(t.Blocks) == 1
			if t.Key == table && (single || slices.Contains(keysOf(b.Official.Rows), key)) {
				return b.Official, key
			}
		}
	}
	return nil, ""
}

// setColumns reads the columns of a table of one block, or of the block that
// holds a row, as printed.
func setColumns(d *draft, words []factWord) error {
	if len(words) < 2 {
		return ErrArguments
	}
	block, _ := d.blockAt(words[0].text)
	if block == nil {
		return fmt.Errorf("%w: %s", ErrFigure, words[0].text)
	}
	var list []Label
	for _, w := range words[1:] {
		known := slices.ContainsFunc(block.Columns, func(c form.Column) bool { return c.Key == w.text })
		switch {
		case w.quoted:
			list = append(list, Label{Printed: w.text})
		case known:
			list = append(list, Label{Key: w.text})
		default:
			return fmt.Errorf("%w: column %s", ErrFigure, w.text)
		}
	}
	d.columns[block] = list
	return nil
}

// setBlocks reads the order of a table's blocks: blocks disclosure regulations fees.
func setBlocks(d *draft, words []factWord) error {
	if len(words) < 2 {
		return ErrArguments
	}
	for _, w := range words[1:] {
		block, _ := d.blockAt(words[0].text + "." + w.text)
		if block == nil {
			return fmt.Errorf("%w: %s.%s", ErrFigure, words[0].text, w.text)
		}
		d.order = append(d.order, block)
	}
	return nil
}

// setNote reads: note applications absent.
func setNote(d *draft, words []factWord) error {
	if len(words) != 2 || words[0].text != form.Applications || words[1].text != "absent" {
		return ErrArguments
	}
	d.noNote = true
	return nil
}

// addBlock reads: block disclosure "第二十条第（十）项".
func addBlock(d *draft, words []factWord) error {
	if len(words) != 2 || !words[1].quoted {
		return ErrArguments
	}
	at := slices.IndexFunc(d.tables, func(t Table) bool { return t.Key == words[0].text })
	if at < 0 {
		return fmt.Errorf("%w: %s", ErrFigure, words[0].text)
	}
	d.foreign[words[0].text] = append(d.foreign[words[0].text], Block{Heading: Label{Printed: words[1].text}})
	return nil
}

func addAuthor(d *draft, words []factWord) error {
	d.report.Authors = append(d.report.Authors, freeText(words))
	return nil
}

func setPictures(d *draft, words []factWord) (err error) {
	if d.report.Pictures, err = strconv.Atoi(freeText(words)); err != nil {
		return ErrArguments
	}
	return nil
}

// setRevisions reads: revisions insertions 2 deletions 1 comments 0.
func setRevisions(d *draft, words []factWord) error {
	counts := map[string]int{}
	for ; len(words) > 1; words = words[2:] {
		n, err := strconv.Atoi(words[1].text)
		if err != nil {
			return ErrArguments
		}
		counts[words[0].text] = n
	}
	if len(words) > 0 {
		return ErrArguments
	}
	d.report.Revisions = document.Revisions{
		Insertions: counts["insertions"], Deletions: counts["deletions"], Comments: counts["comments"]}
	return nil
}
