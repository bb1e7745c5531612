package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"gouji/corpus"
	"gouji/parser/scan"
)

// reading is the flags of the commands that read reports.
type reading struct {
	reader  string
	jobs    int
	timeout time.Duration
	limits  corpus.Limits
	convert bool
	secrets secrets
}

func (p *program) readingFlags(flags *pflag.FlagSet) *reading {
	r := &reading{}
	flags.Var(choose(&r.reader, "pdfium", "ledongthuc"), "reader", p.say("用哪个 PDF `读取器`：pdfium、ledongthuc", "PDF `READER`: pdfium or ledongthuc"))
	flags.IntVarP(&r.jobs, "jobs", "j", 0, p.say("同时读取的文件`数`，0 为处理器个数", "`NUMBER` of files read at a time; 0 is one a processor"))
	flags.DurationVar(&r.timeout, "timeout", corpus.DefaultTimeout, p.say("单个文件的`时限`；扫描件每一页再加这么久", "`LIMIT` for a single file, and as much more for each scanned page"))
	flags.BoolVar(&r.convert, "convert", false, p.say("读不了的文件让本机的 LibreOffice 转成 DOCX 再读", "let this machine's LibreOffice turn files that cannot be read into DOCX"))
	p.limitFlags(flags, &r.limits)
	p.secretFlags(flags, &r.secrets)
	return r
}

func (r *reading) valid(p *program) error {
	switch {
	case r.jobs < 0:
		return p.misuse("--jobs 不能小于 0", "--jobs cannot be negative")
	case r.timeout <= 0:
		return p.misuse("--timeout 必须大于 0", "--timeout must be positive")
	}
	return p.validLimits(&r.limits)
}

// builder names all that a reading depends on beside the content: a store asks a
// content of the same builder once.
func (r *reading) builder() string {
	return strings.Join([]string{buildID(), r.reader, r.timeout.String(), fmt.Sprint(r.limits), fmt.Sprint(r.convert), scan.Engine()}, " ")
}

// printer shows results one by one; Close ends the output.
type printer interface {
	Print(corpus.Result) error
	Close() error
}

// batch is the files at the paths, read as the flags say.
func (r *reading) batch(p *program, paths []string) (*corpus.Batch, error) {
	if err := r.valid(p); err != nil {
		return nil, err
	}
	passwords, err := r.secrets.passwords(p)
	if err != nil {
		return nil, err
	}
	b := &corpus.Batch{Paths: paths, Stdin: p.in, Reader: r.reader, Jobs: r.jobs, Timeout: r.timeout, Limits: r.limits, Passwords: passwords, Convert: r.convert}
	if p.verbose {
		b.Log = p.errs
	}
	return b, nil
}

// each reads the batch and prints every result. An input that could not be
// read makes the exit code 2.
func (p *program) each(batch *corpus.Batch, to printer) error {
	bar := p.progress(batch)
	read := 0
	batch.Progress = func(result corpus.Result) {
		bar.add(result)
		if read++; read == manyReports && !batch.Unjudged {
			collectMore()
		}
	}
	for result := range batch.Results(context.Background()) {
		if result.Err != nil {
			p.status = exitFailed
		}
		if err := to.Print(p.inLanguage(result)); err != nil {
			return err
		}
	}
	bar.finish()
	p.noteSkipped(batch.Skipped)
	return to.Close()
}

// noteSkipped says which files of the folders were no candidates, so that a
// report saved as a picture is not missed in silence.
func (p *program) noteSkipped(skipped map[string]int) {
	if len(skipped) == 0 {
		return
	}
	kinds, total := corpus.Kinds(skipped, p.say("无扩展名", "no extension"))
	p.notice("略过 %d 个其他类型的文件（%s）", "passed over %d files of other kinds (%s)", total, strings.Join(kinds, p.say("，", ", ")))
}

// name is how a path is shown to people.
func (p *program) name(path string) string {
	if path == "-" {
		return p.say("标准输入", "standard input")
	}
	return filepath.Clean(path)
}

func (p *program) paths(args []string) error {
	if len(args) == 0 {
		return p.misuse("要给出文件、文件夹或压缩包；从标准输入读取用 -", "name a file, a folder or a zip file; - is standard input")
	}
	if stdin, ok := p.in.(*os.File); ok && slices.Contains(args, "-") {
		if _, typed := terminal(stdin); typed {
			return p.misuse("标准输入是终端，不是文件", "standard input is a terminal, not a file")
		}
	}
	return nil
}
