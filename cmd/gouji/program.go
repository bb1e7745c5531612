package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/term"

	"gouji/validate/house"
)

// program is one run of the command line: its streams, the flags that all
// commands share, and the exit code so far.
type program struct {
	in        io.Reader
	out, errs io.Writer

	lang    string // "zh" or "en"
	color   string // "auto", "always" or "never"
	quiet   bool
	verbose bool

	house *house.Config    // the office's rules; nil when there are none
	now   func() time.Time // the day decides which suppressions hold

	status int
}

// root builds the tree of commands.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "gouji",
		Short: p.say("检查政府信息公开工作年度报告", "Checks annual reports on open government information"),
		Long: p.say("gouji（勾稽）读取政府信息公开工作年度报告（PDF、Word、OFD、OpenDocument、网页），还原法定表格，\n逐格核对勾稽关系、填报完整性和文字与数字是否一致。",
			"gouji reads annual reports on open government information (PDF, Word, OFD,\nOpenDocument, web pages), rebuilds the statutory tables and checks them cell by cell."),
		Example: p.say("  gouji check 年报文件夹           检查一个文件夹里的全部报告\n  gouji parse 年报.pdf             看程序读到的数字\n  gouji rules A15                  解释一条规则",
			"  gouji check reports/             check every report in a folder\n  gouji parse report.pdf           show the figures that were read\n  gouji rules A15                  explain a rule"),
		SuggestionsMinimumDistance: 2,
		SilenceErrors:              true,
		SilenceUsage:               true,
		Version:                    version(),
		Args:                       cobra.ArbitraryArgs,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE:                       p.runRoot,
	}
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetHelpFunc(p.help)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return p.flagError(err) })
	root.AddCommand(p.check(), p.batchCommand(), p.mergeCommand(), p.datasetCommand(), p.rollupCommand(), p.letterCommand(), p.parse(), p.show(), p.rules(), p.completion(), p.versionCommand())
	root.SetHelpCommand(p.helpCommand(root))
	p.sharedFlags(root.PersistentFlags())
	root.Flags().Bool("version", false, p.say("显示版本", "show the version"))
	p.completeChoices(root)
	return root
}

func (p *program) runRoot(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	if _, err := os.Stat(args[0]); err == nil {
		return p.misuse("要检查 %[1]s，请用 gouji check %[1]s", "to check %[1]s, use: gouji check %[1]s", args[0])
	}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		return p.misuse("没有 %s 这个命令，是不是 %s？", "no command %s; did you mean %s?", args[0], near[0])
	}
	return p.misuse("没有 %s 这个命令", "no command %s", args[0])
}

func (p *program) sharedFlags(flags *pflag.FlagSet) {
	flags.Var(choose(&p.lang, "zh", "en"), "lang", p.say("`语言`：zh 中文，en 英文", "`LANGUAGE` of messages: zh or en"))
	flags.Var(choose(&p.color, "auto", "always", "never"), "color", p.say("`何时`用颜色：auto、always、never", "`WHEN` to colour: auto, always or never"))
	flags.BoolVarP(&p.quiet, "quiet", "q", false, p.say("不显示进度和提醒", "no progress, no notices"))
	flags.BoolVar(&p.verbose, "verbose", false, p.say("程序内部出错时显示详情", "show details of internal errors"))
	flags.BoolP("help", "h", false, p.say("显示帮助", "show help"))
}

// say picks the sentence in the language of the run.
func (p *program) say(zh, en string) string {
	if p.lang == "en" {
		return en
	}
	return zh
}

// sayf is say for formats; both take the same arguments.
func (p *program) sayf(zh, en string, args ...any) string {
	return fmt.Sprintf(p.say(zh, en), args...)
}

// notice tells people something on standard error, unless --quiet.
func (p *program) notice(zh, en string, args ...any) {
	if !p.quiet {
		fmt.Fprintln(p.errs, "gouji: "+clean(p.sayf(zh, en, args...)))
	}
}

// usageError is a command line that cannot be carried out.
type usageError struct{ message string }

func (e usageError) Error() string { return e.message }

func (p *program) misuse(zh, en string, args ...any) error {
	return usageError{p.sayf(zh, en, args...)}
}

// flagError says in the run's language what is wrong with a flag.
func (p *program) flagError(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return p.misuse("没有 %s 这个选项", "no option %s", name)
	case errors.As(err, &missing):
		return p.misuse("选项 --%s 后面要有一个值", "option --%s needs a value", missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return p.invalidValue(invalid)
	}
	return p.misuse("选项写法不对：%v", "bad option: %v", err)
}

func (p *program) invalidValue(err *pflag.InvalidValueError) error {
	name, value := err.GetFlag().Name, err.GetValue()
	switch flag := err.GetFlag().Value.(type) {
	case *choice:
		return p.misuse("--%s 不能是 %q，可用：%s", "--%s cannot be %q; choose from: %s", name, value, strings.Join(flag.allowed, p.say("、", ", ")))
	default:
		switch flag.Type() {
		case "duration":
			return p.misuse("--%s 不能是 %q，要写成 30s、2m 这样的时长", "--%s cannot be %q; write a duration such as 30s or 2m", name, value)
		case "size":
			return p.misuse("--%s 不能是 %q，要写成 100MB、1GB 这样的大小", "--%s cannot be %q; write a size such as 100MB or 1GB", name, value)
		case "int", "int64":
			return p.misuse("--%s 不能是 %q，要写一个整数", "--%s cannot be %q; write a whole number", name, value)
		}
	}
	return p.misuse("--%s 不能是 %q", "--%s cannot be %q", name, value)
}

// fail prints why the run ended, and returns its exit code. Nobody reads on
// when a pipe was closed: that ends quietly.
func (p *program) fail(err error) int {
	if errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, fs.ErrClosed) {
		return p.status
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		fmt.Fprintln(p.errs, "gouji: "+clean(line))
	}
	if errors.As(err, new(usageError)) {
		fmt.Fprintln(p.errs, p.say("用法见 gouji help", "see: gouji help"))
	}
	return exitFailed
}

// languageOf finds --lang before the flags are parsed, since help and errors
// of the parsing itself are in that language.
func languageOf(args []string) string {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang=en" || arg == "--lang" && i+1 < len(args) && args[i+1] == "en" {
			return "en"
		}
	}
	return "zh"
}

// terminal reports whether the stream is a terminal, and its width in columns.
func terminal(stream any) (width int, ok bool) {
	f, isFile := stream.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil || width < 40 {
		width = 80
	}
	return width, true
}
