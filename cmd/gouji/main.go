// Command gouji reads 政府信息公开工作年度报告, rebuilds their tables and says what
// is wrong with them: cell by cell, with the place and the ground.
//
//	gouji check 年报文件夹
//
// The program is thin: a command sets flags, makes one call of package corpus
// and hands every Result to a printer. Each printer has a file of its own.
// What the commands promise (formats, exit codes) is the contract that scripts
// rely on; testdata/script holds it as runnable examples.
package main

import (
	"io"
	"os"
	"runtime/debug"
	"time"

	"gouji/parser/pdf/ledongthuc"
)

// gcPercent lets the heap grow to five times what is in use before it is
// collected. A report leaves a few megabytes behind at once, so collecting at
// Go's usual double takes a third of the time; the peak stays below 150 MB a worker.
const gcPercent = 400

// collectMore goes back to Go's usual double. A check keeps every report till
// the last was read: five times what thousands of them take would be a gigabyte.
var collectMore = func() {}

// manyReports is how many a check keeps before memory counts more than time.
const manyReports = 500

func main() {
	ledongthuc.ChildMain() // does not return in a child process that reads a PDF
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
		collectMore = func() { debug.SetGCPercent(100) }
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// Exit codes, the same for every command and format.
const (
	exitClean    = 0 // all read, nothing at or above --fail-on
	exitFindings = 1 // findings at or above it
	exitFailed   = 2 // wrong usage, or an input could not be read
)

// run executes a command line and returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	p := &program{in: in, out: out, errs: errs, lang: languageOf(args), color: "auto", now: time.Now}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	if err := root.Execute(); err != nil {
		return p.fail(err)
	}
	return p.status
}
