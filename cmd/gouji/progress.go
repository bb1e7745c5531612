package main

import (
	"github.com/schollz/progressbar/v3"

	"gouji/corpus"
)

// few files are read before anyone wonders how long it takes.
const few = 8

// progress is a bar on standard error with rate, time left and failures; nil shows
// nothing.
type progress struct {
	p      *program
	bar    *progressbar.ProgressBar
	failed int
}

// progress starts a bar when somebody watches and there is enough to read.
func (p *program) progress(batch *corpus.Batch) *progress {
	if !p.watched() {
		return nil // counting costs a walk over folders and zip files
	}
	return p.counting(batch.Count(), p.say("读取报告", "reading"))
}

// watched reports whether somebody looks at standard error.
func (p *program) watched() bool {
	_, watched := terminal(p.errs)
	return watched && !p.quiet
}

// counting is a bar for work on so many files.
func (p *program) counting(number int, words string) *progress {
	if !p.watched() || number <= few {
		return nil
	}
	return &progress{p: p, bar: progressbar.NewOptions(number,
		progressbar.OptionSetWriter(p.errs),
		progressbar.OptionSetDescription(words),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionSetItsString(p.say("份", "reports")),
		progressbar.OptionSetWidth(30),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionSetPredictTime(true),
	)}
}

func (g *progress) add(result corpus.Result) {
	if g == nil {
		return
	}
	if result.Err != nil {
		g.failed++
		g.bar.Describe(g.p.sayf("读取报告（%d 份读不了）", "reading (%d failed)", g.failed))
	}
	g.step()
}

func (g *progress) step() {
	if g != nil {
		g.bar.Add(1)
	}
}

func (g *progress) finish() {
	if g != nil {
		g.bar.Finish()
	}
}
