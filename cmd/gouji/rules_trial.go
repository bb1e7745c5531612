package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"

	"gouji/validate/house"
)

// rulesTest is the command that runs the examples of an office's own rules.
func (p *program) rulesTest() *cobra.Command {
	c := &cobra.Command{
		Use:   "test",
		Short: p.say("运行自定规则的例子", "run the examples of the office's own rules"),
		Long: p.say("运行 gouji.yaml 里自定规则的例子，逐个说明通过与否、程序说了什么。\n\n退出码：0 全部通过；1 有不通过的；2 文件有错。",
			"Runs the examples of the own rules in gouji.yaml and says of each whether it\npasses and what the program says.\n\nExit codes: 0 all pass; 1 some do not; 2 the file has faults."),
		Example: "  gouji rules test\n  gouji rules test --config " + p.say("某市", "city") + ".yaml",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return p.misuse("gouji rules test 后面不写规则；用 --config 指明文件", "gouji rules test takes no rule; name a file by --config")
			}
			return nil
		},
	}
	var config string
	c.Flags().StringVar(&config, "config", house.FileName, p.say("本单位规定`文件`", "`FILE` with the office's rules"))
	c.RunE = func(*cobra.Command, []string) error {
		if err := p.useHouse(config); err != nil {
			return err
		}
		_, err := io.WriteString(p.out, p.trials())
		return err
	}
	return c
}

// trials runs every example and tells what came. One that does not pass makes
// the exit code 1.
func (p *program) trials() string {
	s := p.sheet()
	passed, failed := 0, 0
	for _, own := range p.house.Own {
		s.line(s.paint.bold(own.Rule.Code + "  " + own.Rule.Title.In(p.lang)))
		for _, e := range own.Examples {
			t := own.Try(e)
			p.trial(&s, t)
			if t.Passed {
				passed++
			} else {
				failed++
			}
		}
	}
	s.line(p.sayf("通过 %d 个，不通过 %d 个", "%d passed, %d failed", passed, failed))
	if failed > 0 {
		p.status = exitFindings
	}
	return s.String()
}

// trial tells one example: a line, and what was wanted where it does not pass.
func (p *program) trial(s *sheet, t house.Trial) {
	kind, result := p.say("正例", "good"), p.say("通过  ", "pass")
	if t.Example.Bad {
		kind = p.say("反例", "bad ")
	}
	if !t.Passed {
		result = p.say("不通过", "FAIL")
	}
	s.line("  " + result + "  " + kind + " " + clean(t.Example.Name))
	tell := func(label, text string) {
		s.hang("          "+label+"  ", 12+narrow.StringWidth(label), text)
	}
	for _, said := range t.Said {
		tell(p.say("说了", "said"), said.In(p.lang))
	}
	if t.Passed {
		return
	}
	if why := p.unsaid(t); why != "" {
		tell(p.say("没说", "why "), why)
	}
	tell(p.say("应当", "want"), p.wanted(t))
}

// unsaid is why the rule said nothing, where it could not.
func (p *program) unsaid(t house.Trial) string {
	switch {
	case t.Err != nil:
		return p.say("例子写法不对：", "bad example: ") + strings.TrimSpace(t.Err.Error())
	case t.Silence.ZH != "":
		return p.say("不作判断：", "cannot tell: ") + t.Silence.In(p.lang)
	case len(t.Said) == 0:
		return p.say("when 不成立", "when is false")
	}
	return ""
}

func (p *program) wanted(t house.Trial) string {
	switch {
	case !t.Example.Bad:
		return p.say("什么也不说", "nothing")
	case t.Example.Says != "":
		return p.sayf("有一句含“%s”", "a message with %q", t.Example.Says)
	}
	return p.say("指出问题", "a finding")
}
