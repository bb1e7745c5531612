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
// of the batch goes on. A file never makes the program panic or hang: a panic
// is one file's Err, and so is a deadline.
//
// Reports are checked together, since rules compare the years of an organ and
// the units of a register. So all are read before the first is checked, and
// their Reports, some 60 KB each, are kept till then; everything else of a file
// is let go as soon as it is read. A batch that is not judged keeps nothing:
// each Result is handed out as it comes, and memory stays flat.
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
//
// What is wrong with the register, or missing from it, is a Result of its own:
// Source is then the register's file, of the format Register, and a finding's
// Where.Row is a line of it.
type Result struct {
	Source   parser.Source
	Document *document.Document // of a batch that is not judged; nil when the file could not be read
	Report   *parser.Report     // nil when it is no report, or could not be read
	Findings []validate.Finding
	Err      *document.Error // nil when all went well

	file File // as the batch knew it before
	kept bool // it comes from the Cache
}

// Register is the format of a Result about the office's register of units.
const Register document.Format = "register"

// Batch is the files to read and how. Only Paths is required.
type Batch struct {
	// Paths are files, folders, zip files of reports, or "-" for Stdin.
	Paths  []string
	Stdin  io.Reader
	Limits Limits
	// Passwords are tried in order on files that need one. No Result has any.
	Passwords []string
	Reader    string        // PDF reader: "pdfium" (when empty) or "ledongthuc"
	Convert   bool          // LibreOffice, where it is installed, may help with files that cannot be read otherwise
	Jobs      int           // files read at a time; 0 is one a processor
	Timeout   time.Duration // the deadline of a single file, put off by as long for each scanned page; 0 is DefaultTimeout
	Log       io.Writer     // gets the stack of a panic; nil drops it
	// Previous are paths of earlier reports, which those of Paths are only
	// compared with. They give no Result unless they cannot be read.
	Previous []string
	Options  validate.Options // what the office brings to the check
	// Files are read in place of Paths and Previous: files of another run, whose
	// contents the Cache has.
	Files []File
	// Cache, when there is one, is asked before a content is read and told after.
	Cache  Cache
	Retry  bool     // what the Cache knows as a failure is read again: the machine may have been busy
	Shard  Shard    // the part of the batch that is read; zero for all
	Except []string // folders that are left out, such as the one for results
	// Unjudged leaves Findings out: the reports are read, not checked.
	Unjudged bool
	// Progress is called with each file that was read, in order; nil is allowed.
	Progress func(Result)

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
	c := b.open(1)
	defer closeSoon(c)
	var pages []layout.Page
	c.read = func(ctx context.Context, name string, data []byte) (d *document.Document, err error) {
		pages, err = c.pages(ctx, name, data)
		return &document.Document{Format: document.PDF}, err
	}
	c.parse = func(*document.Document) (*parser.Report, error) { return &parser.Report{}, nil }
	for result := range b.run(ctx, c, b.files(b.Paths, nil)) {
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

// Count is the number of files that Results reads, standard input counted as
// one. It reads folders and directories of zip files, no reports.
func (b *Batch) Count() int {
	number := 0
	for f := range b.inputs() {
		f.pass()
		number++
	}
	return number
}

// Results reads the batch and gives a Result for every file, in the order of
// Paths and, in folders and zip files, of names. Breaking off is allowed.
func (b *Batch) Results(ctx context.Context) iter.Seq[Result] {
	if b.Unjudged {
		return b.unjudged(ctx)
	}
	return func(yield func(Result) bool) {
		if readings, err := b.Read(ctx); err == nil {
			readings.Check(ctx)(yield)
		}
	}
}

func (b *Batch) unjudged(ctx context.Context) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		c := b.open(b.jobs())
		defer closeSoon(c)
		b.Skipped = map[string]int{}
		b.read(ctx, c, b.files(b.Paths, b.Skipped))(yield)
	}
}
