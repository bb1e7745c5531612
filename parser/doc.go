// Package parser reads a 政府信息公开工作年度报告: the bytes of a file go in, the
// report comes out, with every figure of its statutory tables under the name
// that the contract gives it.
//
//	reader := parser.NewReader(parser.Options{})
//	defer reader.Close()
//	doc, err := reader.Read(ctx, "年报.pdf", data) // what is on the page
//	report, err := parser.Parse(doc)               // what the form means
//	value, sure := report.Figure("applications.new.total").Sure()
//
// Read tells the format by the content (sniff.go) and leaves the work to
// parser/pdf, parser/ofd, parser/docx, parser/doc, parser/wordxml, parser/rtf,
// parser/odt, parser/html and parser/mhtml; pages that are pictures go through
// parser/scan. Parse then goes these ways:
//
//   - Tables. sheet.go folds the text of every cell (fold.go, numeral.go) and
//     looks up what it may mean (vocabulary.go). strip.go walks down the rows and
//     cuts a table into strips, each with one head: a block of table two, table
//     three, table four, or the half that a page break left; cut.go puts rows
//     together that a page break cut. fit.go reads a strip as every block of
//     every edition and keeps what agrees best, by label (label.go) and never by
//     position. assign.go puts the cells of a row below the heads. table.go makes
//     tables of the strips, block.go figures of the cells, number.go reads them.
//   - Prose. flow.go gives the lines outside the tables, section.go and
//     heading.go the six parts, title.go the organ and the year, period.go the dates.
//
// The bargain: nothing is judged and nothing repaired. A label that fits two
// official ones is matched to neither. A figure whose place or value had to be
// guessed says why in its Doubt; a cell that is not there gives no figure.
// Identities between figures are never used to read them, so that a check of
// those identities checks the report and not the reader. They only raise a doubt,
// where many fail and one exchange of digits settles them all (substituted.go):
// then the font of the file lies, and the report may be right.
package parser
