package main

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help prints what a command is for and how to use it, in place of cobra's
// own page, which is English.
func (p *program) help(c *cobra.Command, _ []string) {
	s := p.sheet()
	title := func(zh, en string) { s.line("\n" + s.paint.bold(p.say(zh, en))) }
	about := c.Long
	if about == "" {
		about = c.Short
	}
	s.line(about)
	title("用法", "Usage")
	for _, line := range p.usageLines(c) {
		s.line("  " + line)
	}
	if c.HasAvailableSubCommands() {
		title("命令", "Commands")
		for _, sub := range c.Commands() {
			s.line("  " + pad(sub.Name(), 12) + sub.Short)
		}
	}
	if c.Example != "" {
		title("例子", "Examples")
		s.line(c.Example)
	}
	title("选项", "Options")
	p.options(&s, c)
	_, _ = io.WriteString(p.out, s.String())
}

func (p *program) usageLines(c *cobra.Command) []string {
	options := p.say("[选项]", "[OPTIONS]")
	if c.HasAvailableSubCommands() && !c.HasParent() {
		return []string{c.Name() + " " + p.say("命令 [选项]", "COMMAND [OPTIONS]"), c.Name() + " help " + p.say("命令", "COMMAND")}
	}
	return []string{c.Parent().CommandPath() + " " + c.Use + " " + options}
}

// options lists a command's flags with the values that they start with.
func (p *program) options(s *sheet, c *cobra.Command) {
	type option struct{ flag, use string }
	var list []option
	width := 0
	c.Flags().VisitAll(func(f *pflag.Flag) {
		value, use := pflag.UnquoteUsage(f)
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if f.Value.Type() != "bool" {
			name += " " + value
		}
		if standard := f.DefValue; f.Value.Type() != "bool" && standard != "" && standard != "[]" {
			use += p.sayf("（默认 %s）", " (default %s)", f.DefValue)
		}
		list = append(list, option{name, use})
		width = max(width, narrow.StringWidth(name))
	})
	for _, o := range list {
		s.line(strings.TrimRight("  "+pad(o.flag, width)+"  "+o.use, " "))
	}
}

// helpCommand is gouji help [命令].
func (p *program) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   p.say("help [命令]", "help [COMMAND]"),
		Short: p.say("显示帮助", "show help"),
		RunE: func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return p.misuse("没有 %s 这个命令", "no command %s", args[0])
			}
			return c.Help()
		},
	}
}
