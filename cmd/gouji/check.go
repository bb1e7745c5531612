package main

import (
	"github.com/spf13/cobra"

	"gouji/corpus"
	"gouji/validate"
)

// check is the command that reads reports and says what is wrong with them.
func (p *program) check() *cobra.Command {
	c := &cobra.Command{
		Use:   p.say("check 路径…", "check PATH…"),
		Short: p.say("读取报告，指出问题", "read reports and say what is wrong"),
		Long: p.say("读取报告，逐条指出问题：在哪一页哪一格、等式两边各是多少、疑似填错的是哪一格、依据和改法。\n路径可以是文件、文件夹或装有报告的 zip 压缩包；- 表示标准输入。\n\n退出码：0 全部读出且没有达到 --fail-on 的问题；1 有；2 用法不对，或有文件没能读取。",
			"Reads reports and says what is wrong: where, both sides of the equation, the\nsuspect cell, the ground and what to do. PATH is a file, a folder or a zip of\nreports; - is standard input.\n\nExit codes: 0 all read, nothing at or above --fail-on; 1 findings; 2 wrong usage\nor an input could not be read."),
		Example: p.say("  gouji check 年报文件夹\n  gouji check 年报.zip --fail-on warning\n  gouji check 年报文件夹 --format jsonl > 结果.jsonl\n  curl -s 网址 | gouji check -",
			"  gouji check reports/\n  gouji check reports.zip --fail-on warning\n  gouji check reports/ --format jsonl > findings.jsonl\n  curl -s URL | gouji check -"),
	}
	var format, failOn string
	c.Flags().Var(choose(&format, "text", "json", "jsonl", "sarif"), "format", p.say("输出`格式`：text、json、jsonl、sarif", "output `FORMAT`: text, json, jsonl or sarif"))
	c.Flags().Var(choose(&failOn, "error", "warning", "info", "never"), "fail-on", p.say("有这一`级别`以上的问题时退出码为 1：error、warning、info、never", "exit 1 from this `SEVERITY` on: error, warning, info or never"))
	reading, beside, house := p.readingFlags(c.Flags()), p.besideFlags(c.Flags()), p.houseFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := p.paths(args); err != nil {
			return err
		}
		batch, err := reading.batch(p, args)
		if err != nil {
			return err
		}
		if err := beside.apply(p, batch); err != nil {
			return err
		}
		if err := house.load(p, args); err != nil {
			return err
		}
		p.applyHouse(batch)
		return p.each(batch, &houseWatched{&failing{p.checkPrinter(format), p, failOn}, p.watchHouse()})
	}
	return c
}

func (p *program) checkPrinter(format string) printer {
	record := func(r corpus.Result) any {
		return validate.NewRecord(r.Source, r.Report, r.Findings, r.Err, p.lang)
	}
	switch format {
	case "json":
		return newArray(p.out, record)
	case "jsonl":
		return newLines(p.out, record)
	case "sarif":
		return p.newSARIF()
	}
	return p.newText()
}

// failing sets the exit code by what passes through to the printer.
type failing struct {
	printer
	p      *program
	failOn string
}

func (f *failing) Print(r corpus.Result) error {
	if f.p.status == exitClean && reaches(r.Findings, f.failOn) {
		f.p.status = exitFindings
	}
	return f.printer.Print(r)
}

// reaches reports whether a finding is at or above the severity.
func reaches(findings []validate.Finding, severity string) bool {
	s := validate.Summarize(findings)
	switch severity {
	case "error":
		return s.Error > 0
	case "warning":
		return s.Error+s.Warning > 0
	case "info":
		return s.Error+s.Warning+s.Info > 0
	}
	return false
}
