// Package corpus reads many reports: it finds the files, runs the chain
// bytes → document.Document → parser.Report → []validate.Finding over them in
// parallel, and hands out one Result a file, in the order of the inputs.
//
//	batch := corpus.Batch{Paths: []string{"年报", "补报.zip"}}
//	for result := range batch.Results(ctx) {
//		fmt.Println(result.Source.Path, len(result.Findings), result.Err)
//	}
//
// The bargain: every file that looks like a report gives exactly one Result,
// whatever is wrong with it; what could not be done is its Err, and the rest
// of the batch goes on. Memory stays flat however many files there are: only
// a window of a few files a worker is held at a time. A file never makes the
// program panic or hang: a panic is one file's Err, and so is a deadline.
package corpus

import (
	"context"
	"io"
	"iter"
	"time"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/validate"
)

// Result is what became of one file.
type Result struct {
	Source   parser.Source
	Document *document.Document // nil when the file could not be read
	Report   *parser.Report     // nil when it is no report, or could not be read
	Findings []validate.Finding
	Err      *document.Error // nil when all went well
}

// Batch is the files to read and how. Only Paths is required.
type Batch struct {
	// Paths are files, folders, zip files of reports, or "-" for Stdin.
	Paths   []string
	Stdin   io.Reader
	Reader  string        // PDF reader: "pdfium" (when empty) or "ledongthuc"
	Jobs    int           // files read at a time; 0 is one a processor
	Timeout time.Duration // the deadline of a single file; 0 is DefaultTimeout
	Log     io.Writer     // gets the stack of a panic; nil drops it
	// Unjudged leaves Findings out: the reports are read, not checked.
	Unjudged bool
	Options  validate.Options // what an office brings to the check

	// Skipped counts the files that folders and zip files hold beside the
	// reports, by extension in lower case. It is filled while Results runs.
	Skipped map[string]int
}

// DefaultTimeout is the deadline of a file when a Batch sets none: a report
// takes milliseconds, so whatever takes longer is an attack or a defect.
const DefaultTimeout = 60 * time.Second

// Pages gives what the first file of the batch, a PDF, draws on its pages, and
// nothing of what the pages mean. The Result has the file's Source and Err only.
func (b *Batch) Pages(ctx context.Context) ([]layout.Page, Result) {
	c := open(b.Reader, 1)
	defer closeSoon(c)
	var pages []layout.Page
	c.read = func(ctx context.Context, name string, data []byte) (d *document.Document, err error) {
		pages, err = c.pages(ctx, name, data)
		return &document.Document{Format: document.PDF}, err
	}
	c.parse = func(*document.Document) (*parser.Report, error) { return &parser.Report{}, nil }
	c.check = func(*parser.Report) []validate.Finding { return nil }
	for result := range b.run(ctx, c, files(b.Paths, b.Stdin, nil)) {
		if result.Err != nil {
			return nil, result
		}
		return pages, result
	}
	return nil, Result{Err: document.Errorf(document.Unreadable, "没有文件")}
}

// closeSoon does not wait for a reader that a hanging file still holds.
func closeSoon(c chain) {
	closed := make(chan struct{})
	go func() { c.close(); close(closed) }()
	select {
	case <-closed:
	case <-time.After(grace):
	}
}

// Count is the number of files that Results would give, standard input
// counted as one. It reads folders and directories of zip files, no reports.
func (b *Batch) Count() int {
	number := 0
	for range files(b.Paths, b.Stdin, nil) {
		number++
	}
	return number
}

// Results reads the batch and gives a Result for every file, in the order of
// Paths and, in folders and zip files, of names. Breaking off is allowed.
func (b *Batch) Results(ctx context.Context) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		c := open(b.Reader, b.jobs())
		defer closeSoon(c)
		c.check = func(r *parser.Report) []validate.Finding { return validate.RunWith(r, b.Options) }
		if b.Unjudged {
			c.check = func(*parser.Report) []validate.Finding { return nil }
		}
		b.Skipped = map[string]int{}
		b.run(ctx, c, files(b.Paths, b.Stdin, b.Skipped))(yield)
	}
}
