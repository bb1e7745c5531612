package workbook

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
)

// Links are HYPERLINK formulas, not links on cells: a sheet may have any number of
// them, and when an office sorts the rows they go with their row for certain.

// maxLink is how many UTF-16 units a string in a formula may have.
const maxLink = 255

// linkTo is a cell that opens a file at a page. Where that cannot be written down,
// it is the words alone.
func (b *book) linkTo(source parser.Source, where document.Place, words string) excelize.Cell {
	target := b.target(source.Path)
	if where.Page > 0 && source.Format == document.PDF && target != "" && corpus.ArchiveOf(source.Path) == "" {
		target += fmt.Sprintf("#page=%d", where.Page)
	}
	if target == "" {
		return b.text(plain, words)
	}
	return b.formulaLink(quote(target), words)
}

func (b *book) formulaLink(target string, words any) excelize.Cell {
	return excelize.Cell{StyleID: b.styles[link], Formula: fmt.Sprintf("HYPERLINK(%s,%s)", target, literal(words)), Value: words}
}

// literal is a value as a formula has it.
func literal(value any) string {
	if text, ok := value.(string); ok {
		return quote(text)
	}
	return fmt.Sprint(value)
}

func quote(text string) string { return `"` + strings.ReplaceAll(text, `"`, `""`) + `"` }

// target is the path from the workbook to a file, empty for a name that no link can hold.
func (b *book) target(file string) string {
	link := corpus.Link(b.folder, file)
	if len(utf16.Encode([]rune(link))) > maxLink-len("#page=1000") || strings.ContainsFunc(link, unlinkable) {
		return ""
	}
	return link
}

// unlinkable are characters that mean something else in a link.
func unlinkable(r rune) bool { return r == '#' || r == '%' || unicode.IsControl(r) }
