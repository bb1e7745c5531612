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
	if _, watched := terminal(p.errs); !watched || p.quiet {
		return nil
	}
	number := batch.Count()
	if number <= few {
		return nil
	}
	return &progress{p: p, bar: progressbar.NewOptions(number,
		progressbar.OptionSetWriter(p.errs),
		progressbar.OptionSetDescription(p.say("读取报告", "reading")),
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
	g.bar.Add(1)
}

func (g *progress) finish() {
	if g != nil {
		g.bar.Finish()
	}
}
