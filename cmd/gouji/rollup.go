package main

import (
	"context"
	"errors"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"gouji/corpus/rollup"
	"gouji/corpus/store"
	"gouji/validate"
	"gouji/validate/register"
)

// rollingUp is one gouji rollup: its flags.
type rollingUp struct {
	p        *program
	register string
	parent   string
	year     int
	own      string
	out      string
	form     string
	force    bool
}

// rollupCommand is the command that adds the units' tables into their parent's.
func (p *program) rollupCommand() *cobra.Command {
	r := &rollingUp{p: p}
	c := &cobra.Command{
		Use:   p.say("rollup 结果 --parent 名称 --out 文件夹", "rollup RESULTS --parent NAME --out DIR"),
		Short: p.say("把下级各单位的表汇总成上级的表", "add the units' tables into those of the unit above"),
		Long: p.say("按单位名录，把一个单位下级各单位的三张表逐格相加，填进当年的官方格式，写成 Word 和 Excel 文件，供它自己的年度报告使用；并与它自己的报告（读到的话）逐格比较。\n\n只加读准了的数。没有报告的、存疑的、空白的，都不加，也不用别的数代替：缺了数的格有底色，所缺的单位逐格列出。名录写明口径的，只计本机关的下级连同它的下级一起加，政府的全域报告已含的办公室不重复加。\n\n本级自己收到的申请在其办公室的报告里：办公室不在名录里它的下级时，用 --own 计入。--own 写它自己的名称时，计入名录写明只计本机关的表。\n\n本单位有自己的空白表（Word，.docx）的，用 --form 写明，按行名列名填进它的空格，版式不变。",
			"Along the register of units, adds the three tables of the units below one cell by\ncell into the official form of the year, as a Word file and a workbook for its own\nreport, and compares them with its own report where there is one.\n\nOnly numbers that were read for sure are added. Nothing takes the place of what is\nmissing, doubtful or blank: such cells are coloured, and what they lack is listed\nunit by unit. By the scopes of the register, a unit that counts only its own cases\nis added with those below it; an office that its government counts is not added again.\n\nThe parent's own cases are in the report of its office: where the register does not\nhave that below it, name it by --own. Its own name there means the tables that, by\nthe register, count only its own cases.\n\nA blank form of your own (Word, .docx) is filled too if --form names it: by its\nlabels, in its own look."),
		Example: p.say("  gouji rollup 结果 --register 名录.csv --parent 某县人民政府 --out 汇总\n  gouji rollup 结果 --parent 某县人民政府 --year 2023 --own 某县人民政府办公室 --out 汇总\n  gouji rollup 结果 --parent 某县人民政府             只看，不写文件",
			"  gouji rollup results --register units.csv --parent NAME --out sums\n  gouji rollup results --parent NAME --year 2023 --own OFFICE --out sums\n  gouji rollup results --parent NAME                 look, write nothing"),
	}
	flags := c.Flags()
	flags.StringVar(&r.register, "register", "", p.say("单位名录`文件`；不写时用检查时的", "register of units in `FILE`; that of the batch when not given"))
	flags.StringVar(&r.parent, "parent", "", p.say("汇总到哪个`单位`", "the `UNIT` that the others report to"))
	flags.IntVar(&r.year, "year", 0, p.say("哪一`年`的报告；不写时是最近的一年", "reports of which `YEAR`; the latest when not given"))
	flags.Lookup("year").DefValue = "" // help would say that it is 0
	flags.StringVar(&r.own, "own", "", p.say("把这个`单位`的报告计为本级自己的", "count the report of `UNIT` as the parent's own"))
	flags.StringVarP(&r.out, "out", "o", "", p.say("放文件的`文件夹`；不写时只显示", "`DIR` for the files; only look when not given"))
	flags.StringVar(&r.form, "form", "", p.say("同时填进本单位自己的空白表（.docx `文件`），版式照旧", "fill a blank form of your own too, a .docx `FILE`, in its own look"))
	flags.BoolVar(&r.force, "force", false, p.say("覆盖已有的文件", "replace files that are there"))
	c.RunE = func(_ *cobra.Command, args []string) error { return r.work(args) }
	return c
}

func (r *rollingUp) work(args []string) (err error) {
	if len(args) != 1 || r.parent == "" {
		return r.p.misuse("要写明用哪个结果，并用 --parent 写明汇总到哪个单位", "name the results, and by --parent the unit above")
	}
	part, err := r.p.openPart(args[0])
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, part.Store.Close()) }()
	plan, err := r.plan(part)
	if err != nil {
		return err
	}
	collectMore() // the figures of all units are kept
	sums, err := rollup.Of(plan, part.Store.Select(part.Run, plan.Wants))
	if err != nil {
		return err
	}
	if _, err := io.WriteString(r.p.out, r.p.rollup(sums)); err != nil || r.out == "" {
		return err
	}
	blank, err := r.blank()
	if err != nil {
		return err
	}
	paths, err := sums.Write(context.Background(), r.out, rollup.Files{Force: r.force, Blank: blank})
	for _, path := range paths {
		r.p.notice("写出 %s", "wrote %s", path)
	}
	return err
}

// blank is the office's own form, nil when it has named none.
func (r *rollingUp) blank() ([]byte, error) {
	if r.form == "" {
		return nil, nil
	}
	data, err := os.ReadFile(r.form)
	if err != nil {
		return nil, r.p.misuse("--form：%s 无法读取：%v", "--form: cannot read %s: %v", r.form, err)
	}
	return data, nil
}

// plan makes a plan of the flags.
func (r *rollingUp) plan(part store.Part) (*rollup.Plan, error) {
	units, err := r.units(part.Run)
	if err != nil {
		return nil, err
	}
	plan := &rollup.Plan{Register: units, Parent: units.Find(r.parent), Year: r.year, Own: strings.TrimSpace(r.own)}
	if plan.Parent == nil {
		return nil, r.p.misuse("名录里没有“%s”", "the register has no %q", r.parent)
	}
	if plan.Year == 0 {
		plan.Year, err = r.latest(part, plan)
	}
	return plan, err
}

// units is the register of the flag, or else that of the batch.
func (r *rollingUp) units(run *store.Run) (*register.Register, error) {
	switch {
	case r.register != "":
		return r.p.readRegister(r.register)
	case run.Units != nil:
		return register.Read(run.Units.Path, run.Units.Data)
	}
	return nil, r.p.misuse("检查时没有用单位名录，请用 --register 写明", "the batch had no register of units: name one by --register")
}

// latest is the last year of which a unit has a report.
func (r *rollingUp) latest(part store.Part, plan *rollup.Plan) (int, error) {
	last := 0
	for _, err := range part.Store.Select(part.Run, func(organ string, year int) bool {
		if year > last && plan.Concerns(organ) {
			last = year
		}
		return false
	}) {
		return 0, err
	}
	if last == 0 {
		return 0, r.p.misuse("结果里没有“%s”下级单位的报告", "the results have no report of a unit below %q", plan.Parent.Name)
	}
	return last, nil
}

// rollup tells people what came of a roll-up.
func (p *program) rollup(r *rollup.Rollup) string {
	s := p.sheet()
	s.line(s.paint.bold(p.sayf("%s  %d年汇总  %s年格式", "%s  sums of %d  form of %s", r.Parent.Name, r.Year, r.Form.Edition)))
	p.rollupUnits(&s, r)
	p.rollupCells(&s, r)
	p.rollupComparison(&s, r)
	for _, hint := range r.Hints() {
		s.hang(p.say("提示  ", "note  "), narrow.StringWidth(p.say("提示  ", "note  ")), hint.In(p.lang))
	}
	return s.String()
}

// rollupUnits names the units that are not counted, and what is to be known of
// those that are.
func (p *program) rollupUnits(s *sheet, r *rollup.Rollup) {
	counts := []string{}
	for _, status := range []rollup.Status{rollup.Counted, rollup.Absent, rollup.Differing, rollup.Unsure} {
		if n := r.Count(status); n > 0 {
			counts = append(counts, p.sayf("%s %d", "%s: %d", status.Text().In(p.lang), n))
		}
	}
	s.line(p.sayf("单位 %d 个：", "%d units: ", len(r.Units)) + strings.Join(counts, p.say("，", ", ")))
	for _, u := range r.Units {
		var words []string
		if u.Status != rollup.Counted {
			words = append(words, u.Status.Text().In(p.lang))
		}
		for _, remark := range r.Remarks(u) {
			words = append(words, remark.In(p.lang))
		}
		if len(words) > 0 {
			s.hang("  "+u.Name+"  ", 4, strings.Join(words, p.say("；", "; ")))
		}
	}
}

func (p *program) rollupCells(s *sheet, r *rollup.Rollup) {
	for _, t := range r.Form.Tables {
		counts, words := r.Tally(t.Key), []string{}
		for _, grade := range rollup.Grades {
			if n := counts[grade]; n > 0 {
				words = append(words, p.sayf("%s %d 格", "%s: %d", grade.Text().In(p.lang), n))
			}
		}
		s.line(p.say(t.Name+"：", t.English+": ") + strings.Join(words, p.say("，", ", ")))
	}
}

// rollupComparison tells what is not as in the parent's own report.
func (p *program) rollupComparison(s *sheet, r *rollup.Rollup) {
	c := &r.Comparison
	if c.Report == nil {
		s.line(p.sayf("没有与本级报告比较：%s", "not compared with the parent's own report: %s", c.Status.Text().In(p.lang)))
		return
	}
	s.line(p.sayf("与本级报告比较：相同 %d 格，不同 %d 格，有一方没有可靠的数 %d 格", "beside the parent's own report: %d cells the same, %d differ, %d not comparable", c.Equal, len(c.Differences), len(c.Open)))
	for _, d := range c.Differences[:min(len(c.Differences), shownDifferences)] {
		partial := ""
		if d.Cell.Grade() != rollup.Whole {
			partial = p.sayf("（%s）", " (%s)", d.Cell.Grade().Text().In(p.lang))
		}
		s.line("  " + p.sayf("%s：各单位之和 %s%s，本级报告 %s，%s", "%s: units %s%s, parent %s, %s",
			p.say(d.Cell.Name(), d.Cell.ID), validate.Number(d.Cell.Value), partial, validate.Number(d.Figure.Value), p.more(d.By())))
	}
	if n := len(c.Differences) - shownDifferences; n > 0 {
		s.line("  " + p.sayf("另有 %d 格，见写出的“比对”", "%d more: see the sheet 比对 of the workbook", n))
	}
}

// shownDifferences is how many cells the terminal lists: a parent that counted
// another year differs in all.
const shownDifferences = 12

// more says by how much the parent's report has more.
func (p *program) more(by float64) string {
	if by < 0 {
		return p.sayf("少 %s", "%s less", validate.Number(-by))
	}
	return p.sayf("多 %s", "%s more", validate.Number(by))
}
