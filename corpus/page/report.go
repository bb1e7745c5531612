package page

import (
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
	"gouji/validate/mend"
)

// report is all that the page tells of one file: what its own page is made of.
type report struct {
	Title  string   `json:"title,omitempty"`
	Format string   `json:"format,omitempty"`
	Reader string   `json:"reader,omitempty"`
	SHA256 string   `json:"sha256,omitempty"`
	File   *file    `json:"file,omitempty"`
	Error  string   `json:"error,omitempty"`  // why it could not be read
	Remark []words  `json:"remark,omitempty"` // what else a reader should know before he trusts it
	Items  []item   `json:"items"`
	Exempt []exempt `json:"exempt,omitempty"`
	Tables []table  `json:"tables,omitempty"`
	Beyond []beyond `json:"beyond,omitempty"`
	Pages  []int    `json:"pages,omitempty"` // those that are worth a look
}

// file is the address of a report's file, or of the archive that it lies in.
type file struct {
	Address string `json:"address"`
	Paged   bool   `json:"paged,omitempty"` // a viewer opens it at "#page=…"
}

func fileOf(folder string, source parser.Source) *file {
	link := corpus.Link(folder, source.Path)
	address := url.URL{Path: link} // which writes "./" before what might pass for a scheme
	if filepath.IsAbs(link) {
		address = url.URL{Scheme: "file", Path: "/" + strings.TrimLeft(link, "/")}
	}
	return &file{address.String(), source.Format == document.PDF && corpus.ArchiveOf(source.Path) == ""}
}

// item is one thing to mend: findings that have one reason, and what follows from them.
type item struct {
	Heads   []finding `json:"heads"`
	Follows []finding `json:"follows,omitempty"`
}

// exempt is a finding that the office lives with.
type exempt struct {
	finding
	Reason string `json:"reason"`
	Until  string `json:"until"`
}

// finding is one of a report. Left and Right are set for a broken identity of the
// form: the cells that are added up on either side.
type finding struct {
	Rule     string              `json:"rule"`
	Code     string              `json:"code"`
	Severity validate.Severity   `json:"severity"`
	Text     words               `json:"text"`
	Cells    []string            `json:"cells,omitempty"`
	Left     []string            `json:"left,omitempty"`
	Right    []string            `json:"right,omitempty"`
	Suspects []validate.Suspect  `json:"suspects,omitempty"`
	Why      *explanation        `json:"explanation,omitempty"`
	Page     int                 `json:"page,omitempty"`
	Box      document.Box        `json:"box,omitzero"`
	Beside   string              `json:"beside,omitempty"` // the file that it compares the report with
	Passages []validate.Parallel `json:"passages,omitempty"`
}

// explanation is what would make the sums hold, and how sure that is.
type explanation struct {
	Certainty words `json:"certainty"`
	Text      words `json:"text"`
}

func reportOf(r corpus.Result) report {
	out := report{
		Format: string(r.Source.Format), Reader: r.Source.Reader, SHA256: r.Source.SHA256, Items: []item{},
	}
	if r.Err != nil {
		out.Error = r.Err.Message
	}
	read := r.Report
	if read == nil {
		read = &parser.Report{}
	}
	out.Title, out.Remark = read.Title, remarks(read)
	out.addFindings(read, r.Findings)
	out.Pages = pagesOf(r)
	out.addTables(read)
	return out
}

// remarks are what a reader should know of how the report was read.
func remarks(r *parser.Report) []words {
	var list []words
	for _, doubt := range r.Doubts() {
		list = append(list, words{"请核对：" + doubt, "check: " + doubt})
	}
	if r.Incomplete != "" {
		list = append(list, words{"文件有一部分没能读出：" + r.Incomplete, "part of the file could not be read: " + r.Incomplete})
	}
	return list
}

func (out *report) addFindings(r *parser.Report, findings []validate.Finding) {
	for _, it := range mend.Items(findings) {
		out.Items = append(out.Items, item{findingsOf(r, it.Heads), findingsOf(r, it.Follows)})
	}
	for _, f := range mend.Suppressed(findings) {
		out.Exempt = append(out.Exempt, exempt{findingOf(r, f), f.Suppressed.Reason, f.Suppressed.Until})
	}
}

func findingsOf(r *parser.Report, list []validate.Finding) []finding {
	var out []finding
	for _, f := range list {
		out = append(out, findingOf(r, f))
	}
	return out
}

func findingOf(r *parser.Report, f validate.Finding) finding {
	out := finding{
		Rule: f.Rule, Code: f.Code, Severity: f.Severity, Text: wordsOf(mend.Sentence(r, f)),
		Cells: f.Figures, Suspects: suspects(f), Page: f.Where.Page, Box: f.Where.Box, Passages: f.Passages,
	}
	out.Left, out.Right = sides(f)
	if f.Explanation.ZH != "" {
		out.Why = &explanation{wordsOf(mend.Certainty(f)), wordsOf(f.Explanation)}
	}
	if f.Other != nil {
		out.Beside = f.Other.Path
	}
	return out
}

// suspects are the cells that the smallest explanation changes.
func suspects(f validate.Finding) []validate.Suspect {
	if len(f.Suspects) == 0 && f.Suspect != nil {
		return []validate.Suspect{*f.Suspect}
	}
	return f.Suspects
}

// pagesOf are the pages of a PDF or OFD file that a person has to look at: those with
// findings, and with figures that are in doubt.
func pagesOf(r corpus.Result) []int {
	if r.Report == nil || r.Source.Format != document.PDF && r.Source.Format != document.OFD {
		return nil
	}
	var pages []int
	for _, f := range r.Findings {
		pages = append(pages, f.Where.Page)
		for _, id := range f.Figures {
			if figure := r.Report.Figure(id); figure != nil {
				pages = append(pages, figure.Where.Page)
			}
		}
	}
	for _, figure := range mend.Doubtful(r.Report) {
		pages = append(pages, figure.Where.Page)
	}
	slices.Sort(pages)
	pages = slices.DeleteFunc(slices.Compact(pages), func(page int) bool { return page < 1 })
	return pages[:min(len(pages), mostPages)]
}

// mostPages is how many pages of one report are drawn: the three tables fill four
// or five, and a file that has findings all over is not read page by page.
const mostPages = 12
