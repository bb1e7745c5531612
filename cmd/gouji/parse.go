package main

import (
	"bufio"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"gouji/corpus"
	"gouji/parser"
)

// parse is the command that shows what was read, without judging it.
func (p *program) parse() *cobra.Command {
	c := &cobra.Command{
		Use:   p.say("parse 路径…", "parse PATH…"),
		Short: p.say("读取报告，只列出数字，不作判断", "read reports, no judgement"),
		Long: p.say("读取报告，列出读到的每一格数字，不作判断。facts 格式每行一格，没列出的格子为 0。",
			"Reads reports and lists the figures, without judging them. In the facts format a\nline is a cell; cells that are not listed are 0."),
		Example: p.say("  gouji parse 年报.pdf\n  gouji parse 年报文件夹 --format jsonl > 数据.jsonl",
			"  gouji parse report.pdf\n  gouji parse reports/ --format jsonl > figures.jsonl"),
	}
	var format string
	c.Flags().Var(choose(&format, "facts", "json", "jsonl"), "format", p.say("输出`格式`：facts、json、jsonl", "output `FORMAT`: facts, json or jsonl"))
	reading := p.readingFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := p.paths(args); err != nil {
			return err
		}
		batch, err := reading.batch(p, args)
		if err != nil {
			return err
		}
		batch.Unjudged = true
		return p.each(batch, p.parsePrinter(format))
	}
	return c
}

func (p *program) parsePrinter(format string) printer {
	record := func(r corpus.Result) any { return parser.NewRecord(r.Source, r.Report, r.Err) }
	switch format {
	case "json":
		return newArray(p.out, record)
	case "jsonl":
		return newLines(p.out, record)
	}
	return &facts{p: p, out: bufio.NewWriter(p.out)}
}

// facts prints reports in the facts notation. Several of them are parted by
// lines "-- path --", so that the output is a txtar archive; one stands alone,
// so that it is a golden file as it is.
type facts struct {
	p     *program
	out   *bufio.Writer
	first *corpus.Result // kept back until a second one comes
	many  bool
}

func (f *facts) Print(r corpus.Result) error {
	if f.first == nil && !f.many {
		f.first = &r
		return nil
	}
	if !f.many {
		f.many = true
		if err := f.write(*f.first); err != nil {
			return err
		}
		f.first = nil
	}
	return f.write(r)
}

func (f *facts) Close() error {
	if f.first != nil {
		return f.write(*f.first)
	}
	return f.out.Flush()
}

func (f *facts) write(r corpus.Result) error {
	if f.many {
		fmt.Fprintf(f.out, "-- %s --\n", clean(r.Source.Path))
	}
	if err := f.body(f.out, r); err != nil {
		return err
	}
	return f.out.Flush()
}

func (f *facts) body(w io.Writer, r corpus.Result) error {
	if r.Err == nil {
		return parser.WriteFacts(w, r.Report)
	}
	_, err := fmt.Fprintf(w, "# %s %s: %s\n", f.p.say("没能读取", "could not be read"), r.Err.Kind, clean(r.Err.Message))
	return err
}
