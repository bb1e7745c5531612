package parser

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"
)

// The facts notation writes a report as lines that a person can read, type
// and send: rule examples, goldens, the output of gouji parse and bug reports
// all use it. What is not written is as the official form has it: every cell
// stands there and holds 0, every label and heading is the official wording.
//
//	form 2021                                 the edition; before everything else
//	form disclosure.licensing 2019            … of one table, or of the block that holds a row
//	file "2023/某局.docx"                      where the report was read from
//	title 某县某局2024年政府信息公开工作年度报告  else made of organ and year, when both are there
//	organ 某县某局
//	year 2024
//	period 2024-01-01 2024-12-31              else the one that the prose states, as in a document
//	date 2025-01-20
//	section 五 absent
//	section 二 "二、政府信息主动公开情况"        a heading as printed; those given stand in the order given
//	section other "七、附则"                   a heading that is none of the six, after the one before it
//	preface "本报告由……编制。"                 a paragraph before the first section
//	text 一 "……"                              a paragraph of a section
//	whole preface 一 五                        what has no other paragraphs than those given
//	table remedies absent
//	applications.new.total 3001               a cell
//	applications.new 3001 53 0 0 61 4 3119    a row: all the cells that begin so, in the form's order
//	applications.denied absent                one word for all of them
//	row applications.granted "（一）予以公开。"  a row's label as printed
//	column applications.research "科研院所"    a column's
//	row after applications.partly_granted group "（三）不予公开" 35 0 0 0 0 0 35
//	                                          a row that the form does not have; group: a sub-total
//	row again disclosure.procurement 2 5.3     a row of the form that is printed once more
//	columns applications natural_person "外国人" total
//	                                          the columns as printed, those unknown to the form in quotes
//	note applications absent                  the note on the sums in the table's corner
//	blocks disclosure regulations fees        the order of blocks, each named by a row of it; the others follow
//	block disclosure "第二十条第（十）项"        a block that the form does not have
//	revisions insertions 2 deletions 1 comments 0
//	author "某县某局"                          a name in the file's own properties
//	pictures 3                                large enough to hold a table
//	incomplete "第3页读不出"
//
// A cell holds a number, blank, dash (or the sign itself: / — - 无), absent,
// or text "…" for what is no number. as "…" tells how the document prints it
// where that matters, doubtful "…" why the reader is not sure of it:
//
//	applications.new.total 1036 as "1 036" doubtful "数字被空格隔开，按一个数合并"
//
// A heading or label may end in exact, variant or near, where its agreement
// with the official wording is not what comparing the two gives. Prose is an
// excerpt unless whole says otherwise: what it does not say is not known. Comments
// begin with # or // as a word of its own. Places are not written, nor is the
// order of tables and rows.

// Errors of the facts notation, wrapped in a FactsError.
var (
	ErrStatement = errors.New("unknown statement")
	ErrArguments = errors.New("wrong arguments")
	ErrFigure    = errors.New("no such cell in the form")
	ErrValue     = errors.New("not a value of a cell")
	ErrQuote     = errors.New("bad quoted text")
)

// FactsError says where a text is not in the facts notation, and why.
type FactsError struct {
	Line int // from 1
	Err  error
}

func (e *FactsError) Error() string { return fmt.Sprintf("facts: line %d: %v", e.Line, e.Err) }

func (e *FactsError) Unwrap() error { return e.Err }

// ReadFacts reads a report in the facts notation. An error is a *FactsError,
// or what reading from r returned.
func ReadFacts(r io.Reader) (*Report, error) {
	lines, err := readStatements(r)
	if err != nil {
		return nil, err
	}
	draft := newDraft()
	for _, forms := range []bool{true, false} {
		for _, s := range lines {
			if (s.words[0].text == "form") != forms {
				continue
			}
			if err := draft.apply(s); err != nil {
				return nil, &FactsError{s.line, err}
			}
		}
	}
	return draft.finish(), nil
}

// factLine is one line of the notation that says something.
type factLine struct {
	line  int
	words []factWord
}

// factWord is a part of a statement, quoted or not.
type factWord struct {
	text   string
	quoted bool
}

const longestLine = 1 << 20 // a paragraph of prose is one line

func readStatements(r io.Reader) ([]factLine, error) {
	var list []factLine
	scanner := bufio.NewScanner(r)
	scanner.Buffer(nil, longestLine)
	for line := 1; scanner.Scan(); line++ {
		words, err := splitWords(scanner.Text())
		if err != nil {
			return nil, &FactsError{line, err}
		}
		if len(words) > 0 {
			list = append(list, factLine{line, words})
		}
	}
	return list, scanner.Err()
}

// splitWords splits a line at spaces, keeps quoted texts whole and stops at a
// comment.
func splitWords(line string) ([]factWord, error) {
	var words []factWord
	rest := strings.TrimSpace(line)
	for rest != "" && rest[0] != '#' && !strings.HasPrefix(rest, "//") {
		w, tail, err := cutWord(rest)
		if err != nil {
			return nil, err
		}
		words = append(words, w)
		rest = strings.TrimSpace(tail)
	}
	return words, nil
}
