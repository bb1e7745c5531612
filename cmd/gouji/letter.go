package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"gouji/corpus/letter"
)

// letters is one gouji letter: its flags.
type letters struct {
	p           *program
	out         string
	template    string
	newTemplate string
	options     letter.Options
}

// letterCommand is the command that writes the letters to the units.
func (p *program) letterCommand() *cobra.Command {
	l := &letters{p: p}
	c := &cobra.Command{
		Use:   p.say("letter 结果 --out 文件夹", "letter RESULTS --out DIR"),
		Short: p.say("给有问题的单位写整改通知", "write letters to the units that have something to mend"),
		Long: p.say("由 gouji batch 的结果给每个有错误或警告的单位写一份整改通知（Word），另打成一个 zip。\n错误列为“需要改正”，警告列为“需要核实”，没有读准的数另列为“请核对”，不当作问题。依据是规定的写明条款，依据通行做法的写明不是规定。已有的文件不覆盖。\n\n发文单位、日期、期限不写时留空，可在 Word 里填。要用本单位的格式：--new-template 写出现在的模板，在 Word 里改好，用 --template 指明。模板里的占位词：\n"+letter.Help()+"\n含“错误.”等的几段或一行表格，有几处问题就重复几次；{{有错误}}、{{有警告}}、{{有存疑}} 所在的一段没有时省去；{{节}} 写成一、二、三。",
			"Writes a letter (Word, in Chinese) to each unit that has errors or warnings in the\nresults of gouji batch, and a zip of all. Errors are to be mended, warnings to be\nlooked at; numbers that were not read for sure are listed apart and are no fault.\nPractice is not worded as law. No file that is there is replaced.\n\nSender, date and deadline are left blank unless given. For a form of your own write\nthe bundled one by --new-template, change it in Word, and name it by --template.\nPlaceholders:\n"+letter.Help()+"\nParagraphs or a row of a table with 错误.X and the like are repeated; a paragraph\nwith {{有错误}}, {{有警告}} or {{有存疑}} stands only when there are some; {{节}} is\n一, 二, 三."),
		Example: p.say("  gouji letter 结果 --out 通知\n  gouji letter 结果 --out 通知 --unit 教育局 --unit 水利局\n  gouji letter --new-template 模板.docx\n  gouji letter 结果 --out 通知 --template 模板.docx --sender 某市政务公开办公室 --deadline 2025年3月10日",
			"  gouji letter results --out letters\n  gouji letter results --out letters --unit 教育局\n  gouji letter --new-template form.docx\n  gouji letter results --out letters --template form.docx"),
	}
	flags := c.Flags()
	flags.StringVarP(&l.out, "out", "o", "", p.say("放通知的`文件夹`", "`DIR` for the letters"))
	flags.StringArrayVar(&l.options.Units, "unit", nil, p.say("只写名称里有这几个字的单位，`名称`可写多次", "only units that have this `NAME` in theirs; may be repeated"))
	flags.StringVar(&l.template, "template", "", p.say("本单位的模板`文件`（.docx）", "template, a .docx `FILE`"))
	flags.StringVar(&l.newTemplate, "new-template", "", p.say("把自带的模板写成`文件`，供修改", "write the bundled template to `FILE`, to be changed"))
	flags.StringVar(&l.options.Sender, "sender", "", p.say("发文单位`名称`", "`NAME` of who signs"))
	flags.StringVar(&l.options.Deadline, "deadline", "", p.say("改正的期限，照写的`日期`", "`DATE` until which to mend, as written"))
	flags.StringVar(&l.options.Date, "date", "", p.say("落款`日期`", "`DATE` of the letter"))
	c.RunE = func(_ *cobra.Command, args []string) error {
		if l.newTemplate != "" {
			return l.writeTemplate(args)
		}
		return l.work(args)
	}
	return c
}

// maxTemplate is how large a template may be, in bytes: a page with a picture of
// the office's head takes some hundred thousand.
const maxTemplate = 20 << 20

func (l *letters) writeTemplate(args []string) error {
	if len(args) > 0 {
		return l.p.misuse("--new-template 单独用", "--new-template stands alone")
	}
	file, err := os.OpenFile(l.newTemplate, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s：%w", l.newTemplate, letter.ErrExists)
	}
	if err != nil {
		return err
	}
	_, err = file.Write(letter.DefaultFile())
	return errors.Join(err, file.Close())
}

func (l *letters) work(args []string) (err error) {
	if len(args) != 1 || l.out == "" {
		return l.p.misuse("要写明一个结果，并用 --out 写明通知放在哪里", "name one result, and by --out where the letters go")
	}
	if l.options.Template, err = l.readTemplate(); err != nil {
		return err
	}
	part, err := l.p.openPart(args[0])
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, part.Store.Close()) }()
	summary, err := letter.Write(context.Background(), l.out, part.Store, part.Run, l.options)
	if err != nil {
		return err
	}
	return l.tell(summary)
}

func (l *letters) readTemplate() (*letter.Template, error) {
	if l.template == "" {
		return nil, nil
	}
	file, err := os.Open(l.template)
	if err != nil {
		return nil, l.p.misuse("--template：%v", "--template: %v", err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxTemplate+1))
	if err != nil || len(data) > maxTemplate {
		return nil, l.p.misuse("--template：%s 读不了，或大于 20 MB", "--template: %s cannot be read, or is larger than 20 MB", l.template)
	}
	read, err := letter.Read(data)
	if err != nil {
		return nil, fmt.Errorf("--template：%s：%w", l.template, err)
	}
	return read, nil
}

func (l *letters) tell(s *letter.Summary) error {
	p, sheet := l.p, l.p.sheet()
	if len(s.Letters) == 0 {
		sheet.line(p.say("没有单位有错误或警告，没有写通知", "no unit has errors or warnings; no letter was written"))
	} else {
		sheet.line(p.sayf("写了 %d 份整改通知，在 %s；合在一起是 %s", "wrote %d letters into %s; all of them are in %s",
			len(s.Letters), filepath.ToSlash(filepath.Clean(l.out)), s.Archive))
	}
	if s.Clean > 0 {
		sheet.line(p.sayf("%d 个单位没有错误和警告，没有写", "%d units have no errors or warnings, and no letter", s.Clean))
	}
	if s.Unread > 0 {
		sheet.line(p.sayf("%d 份文件没能读取，没有写，请另外通知", "%d files could not be read, and have no letter", s.Unread))
	}
	_, err := io.WriteString(p.out, sheet.String())
	return err
}
