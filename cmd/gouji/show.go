package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/document"
	"gouji/parser/layout"
	"gouji/validate"
)

// show is the command that shows one document at a stage of the reading.
func (p *program) show() *cobra.Command {
	c := &cobra.Command{
		Use:   p.say("show 文件", "show FILE"),
		Short: p.say("显示读取过程的任一阶段，供查错", "show any stage of the reading, to debug"),
		Long: p.say("显示一份文件在读取过程某一阶段的结果（JSON）：glyphs 字形、rulings 线条、grid 表格线和单元格、\ndocument 段落和表格、report 报告内容、claims 正文里的数字。--svg 把某一页画成图。",
			"Shows one file at a stage of the reading as JSON: glyphs, rulings, grid (cells),\ndocument (paragraphs and tables), report, claims (numbers in the prose). --svg draws a page."),
		Example: "  gouji show a.pdf --stage grid\n  gouji show a.pdf --svg 4 > 4.svg",
	}
	var stage string
	c.Flags().Var(choose(&stage, "document", "glyphs", "rulings", "grid", "report", "claims"), "stage", p.say("`阶段`：glyphs、rulings、grid、document、report、claims", "`STAGE`: glyphs, rulings, grid, document, report or claims"))
	page := c.Flags().Int("svg", 0, p.say("把第几`页`画成 SVG", "draw this `PAGE` as SVG"))
	reading := p.readingFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) != 1 {
			return p.misuse("要给出一个文件", "name one file")
		}
		if err := p.paths(args); err != nil {
			return err
		}
		if c.Flags().Changed("svg") && *page < 1 {
			return p.misuse("页码从 1 起", "pages count from 1")
		}
		return p.showStage(args[0], stage, *page, reading)
	}
	return c
}

func (p *program) showStage(path, stage string, page int, r *reading) error {
	batch, err := r.batch(p, []string{path})
	if err != nil {
		return err
	}
	batch.Unjudged = true
	if page > 0 || stage == "glyphs" || stage == "rulings" || stage == "grid" {
		return p.showPages(batch, stage, page)
	}
	for result := range batch.Results(context.Background()) {
		var err error
		switch {
		case stage == "report":
			err = p.showJSON(parser.NewRecord(result.Source, result.Report, result.Err))
		case stage == "claims" && result.Report != nil:
			err = p.showJSON(claimsOf(result.Report))
		case result.Document != nil && stage == "document":
			err = p.showJSON(result.Document)
		}
		if err != nil || result.Err == nil {
			return err
		}
		p.cannotShow(result)
	}
	return nil
}

// showPages shows a stage of package layout: one JSON object a page, or a
// drawing of one page.
func (p *program) showPages(batch *corpus.Batch, stage string, number int) error {
	pages, result := batch.Pages(context.Background())
	if result.Err != nil {
		p.cannotShow(result)
		return nil
	}
	stages := layout.Stages(pages, layout.DefaultTolerances)
	if number > len(stages) {
		return p.misuse("文件只有 %d 页", "the file has %d pages", len(stages))
	}
	if number > 0 {
		return layout.WriteSVG(p.out, stages[number-1])
	}
	for i := range stages {
		if err := p.showJSON(stageOf(pages[i], &stages[i], stage)); err != nil {
			return err
		}
	}
	return nil
}

func stageOf(page layout.Page, s *layout.Stage, stage string) any {
	type only struct {
		Page    int             `json:"page"`
		Width   float64         `json:"width"`
		Height  float64         `json:"height"`
		Glyphs  []layout.Glyph  `json:"glyphs,omitempty"`
		Rulings []layout.Ruling `json:"rulings,omitempty"`
	}
	switch stage {
	case "glyphs":
		return only{Page: page.Number, Width: page.Width, Height: page.Height, Glyphs: page.Glyphs}
	case "rulings":
		return only{Page: page.Number, Width: page.Width, Height: page.Height, Rulings: page.Rulings}
	}
	shown := *s
	shown.Page.Glyphs, shown.Page.Rulings = nil, nil // stages of their own
	return shown
}

// sentence is a sentence of the prose with what it says of numbers.
type sentence struct {
	Section int            `json:"section"`
	Text    string         `json:"text"`
	Where   document.Place `json:"where"`
	Claims  []claim.Claim  `json:"claims"`
}

// claimsOf gives the sentences of a report that say something of numbers.
func claimsOf(r *parser.Report) any {
	list := []sentence{}
	var last *claim.Sentence
	for _, c := range validate.Claims(r) {
		if c.Sentence != last {
			last = c.Sentence
			list = append(list, sentence{Section: last.Section, Text: last.Text, Where: last.Where})
		}
		s := &list[len(list)-1]
		s.Claims = append(s.Claims, c)
	}
	return struct {
		Sentences []sentence `json:"sentences"`
	}{list}
}

func (p *program) cannotShow(result corpus.Result) {
	p.status = exitFailed
	result = p.inLanguage(result)
	message := p.sayf("%s：%s", "%s: %s", p.name(result.Source.Path), result.Err.Message)
	fmt.Fprintln(p.errs, "gouji: "+clean(message))
}

func (p *program) showJSON(value any) error {
	data, err := encode(value)
	if err == nil {
		_, err = fmt.Fprintf(p.out, "%s\n", data)
	}
	return err
}
