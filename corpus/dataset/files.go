package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"strings"

	"gouji/corpus"
	"gouji/corpus/dataset/table"
	"gouji/corpus/store"
	"gouji/parser/document"
)

// file is a file of a run.
type file struct {
	run    *run
	number int    // from 1, over all runs
	report string // its id; empty when there is none
	corpus.Result
}

// status says what a file is.
func (f *file) status() string {
	switch {
	case f.Source.Format == corpus.Register:
		return "register"
	case f.Report == nil:
		return "unread"
	}
	return "report"
}

var statuses = []table.Category{
	{Value: "report", Label: table.Text{ZH: "读出了报告", EN: "a report was read"}},
	{Value: "unread", Label: table.Text{ZH: "没有读出报告", EN: "no report was read"}},
	{Value: "register", Label: table.Text{ZH: "单位名录", EN: "the register of units"}},
}

var errorKinds = []table.Category{
	{Value: string(document.Encrypted), Label: table.Text{ZH: "有密码", EN: "needs a password"}},
	{Value: string(document.NoText), Label: table.Text{ZH: "没有文字", EN: "no text"}},
	{Value: string(document.NotReport), Label: table.Text{ZH: "不是年度报告", EN: "no annual report"}},
	{Value: string(document.Corrupt), Label: table.Text{ZH: "损坏", EN: "corrupt"}},
	{Value: string(document.Unsupported), Label: table.Text{ZH: "格式不支持", EN: "unsupported format"}},
	{Value: string(document.TooLarge), Label: table.Text{ZH: "太大", EN: "too large"}},
	{Value: string(document.Timeout), Label: table.Text{ZH: "超时", EN: "took too long"}},
	{Value: string(document.Unreadable), Label: table.Text{ZH: "无法取得", EN: "could not be had"}},
}

func (f *file) failure() document.Error {
	if f.Err == nil {
		return document.Error{}
	}
	return *f.Err
}

func filesSheet() *sheet[*file] {
	return &sheet[*file]{
		Table: table.Table{Name: "files", Key: []string{"file_number"}, Title: table.Text{ZH: "文件", EN: "files"},
			About:      table.Text{ZH: "一行是一份文件，读出与否都在；内容相同的文件报告编号相同", EN: "a row is a file, read or not; files of the same content have the same report_id"},
			References: []table.Reference{toReports, toRuns}},
		columns: []column[*file]{
			integer("file_number", "文件序号", "number of the file", func(f *file) table.Value { return table.Int(f.number) }).required(),
			integer("run", "批次", "run", func(f *file) table.Value { return table.Int(f.run.number) }).required(),
			text("file", "文件", "file", func(f *file) string { return f.Source.Path }).required(),
			text("sha256", "散列值", "hash", func(f *file) string { return f.Source.SHA256 }),
			text("status", "结果", "what came of it", (*file).status).of(statuses...).required(),
			text("report_id", "报告编号", "id of the report", func(f *file) string { return f.report }),
			text("error", "没有读出的原因", "why it was not read", func(f *file) string { return string(f.failure().Kind) }).of(errorKinds...),
			text("error_message", "说明", "the reason in words", func(f *file) string { return f.failure().Message }),
			text("format", "格式", "format", func(f *file) string { return string(f.Source.Format) }),
			integer("pages", "页数", "pages", func(f *file) table.Value { return table.Positive(f.Source.Pages) }),
			text("reader", "读取器", "reader", func(f *file) string { return f.Source.Reader }),
		},
	}
}

// runsSheet is where the results come from.
func runsSheet() *sheet[*run] {
	return &sheet[*run]{
		Table: table.Table{Name: "runs", Key: []string{"run"}, Title: table.Text{ZH: "批次", EN: "runs"},
			About: table.Text{ZH: "一行是一次 gouji batch（或 merge）", EN: "a row is a gouji batch (or merge)"}},
		columns: []column[*run]{
			integer("run", "批次", "run", func(r *run) table.Value { return table.Int(r.number) }).required(),
			text("program", "程序版本", "version of the program", func(r *run) string { return r.Run.Program }),
			text("builder", "读取所依据的", "what the readings depend on", func(r *run) string { return r.Run.Builder }),
			text("command", "命令", "command", func(r *run) string { return strings.Join(r.Run.Command, " ") }),
			text("register", "单位名录", "register of units", func(r *run) string { return pathOf(r.Run.Units) }),
			text("house_rules", "本单位规定", "the office's own rules", func(r *run) string { return pathOf(r.Run.House) }),
			text("inputs_sha256", "全部文件的散列值", "hash of all files", func(r *run) string { return r.digest }).required(),
		},
	}
}

func pathOf(a *store.Attachment) string {
	if a == nil {
		return ""
	}
	return a.Path
}

// ruleOf is a rule of a run.
type ruleOf struct {
	run *run
	store.Card
}

func rulesSheet() *sheet[*ruleOf] {
	return &sheet[*ruleOf]{
		Table: table.Table{Name: "rules", Key: []string{"run", "rule"}, Title: table.Text{ZH: "规则", EN: "rules"},
			About:      table.Text{ZH: "一行是一次检查所用的一条规则", EN: "a row is a rule that was in force in a run"},
			References: []table.Reference{toRuns}},
		columns: []column[*ruleOf]{
			integer("run", "批次", "run", func(r *ruleOf) table.Value { return table.Int(r.run.number) }).required(),
			text("rule", "规则", "rule", func(r *ruleOf) string { return r.ID }).required(),
			text("code", "编号", "code", func(r *ruleOf) string { return r.Code }).required(),
			text("severity", "级别", "severity", func(r *ruleOf) string { return string(r.Severity) }).of(severities...).required(),
			text("title_zh", "名称", "title in Chinese", func(r *ruleOf) string { return r.Title.ZH }).required(),
			text("title_en", "英文名称", "title in English", func(r *ruleOf) string { return r.Title.EN }),
			text("formula_zh", "公式", "formula in Chinese", func(r *ruleOf) string { return r.Formula.ZH }),
			text("formula_en", "英文公式", "formula in English", func(r *ruleOf) string { return r.Formula.EN }),
			text("ground", "依据", "ground", func(r *ruleOf) string { return strings.TrimSpace(r.Ground.Source + " " + r.Ground.Clause) }),
			text("basis", "依据的性质", "how binding the ground is", func(r *ruleOf) string { return string(r.Ground.Basis) }),
		},
	}
}

// unitsSheet tells the units apart.
func unitsSheet() *sheet[*unit] {
	return &sheet[*unit]{
		Table: table.Table{Name: "units", Key: []string{"unit_id"}, Title: table.Text{ZH: "单位", EN: "units"},
			About: table.Text{ZH: "一行是跨年的一个单位", EN: "a row is an organ over the years"}},
		columns: []column[*unit]{
			text("unit_id", "单位编号", "id of the unit", (*unit).name).required(),
			text("names", "报告里的名称", "names in reports", func(u *unit) string { return strings.Join(u.names, "；") }).required(),
			text("source", "凭什么合为一个单位", "what it is told apart by", func(u *unit) string { return string(u.source) }).of(unitSources...).required(),
			text("years", "有报告的年度", "years with reports", func(u *unit) string { return spaced(u.years) }),
			text("region", "地区", "region", (*unit).place),
			text("level", "级别", "level", (*unit).level).of(levels...),
			text("kind", "类别", "kind", (*unit).kind).of(kinds...),
			text("parent", "上级", "parent", (*unit).parent),
		},
	}
}

// digest is the hash of a list of hashes, in the order of the batch.
type digest struct{ hash.Hash }

func newDigest() digest { return digest{sha256.New()} }

func (d digest) add(sha string) { d.Write([]byte(sha + "\n")) }

func (d digest) String() string { return hex.EncodeToString(d.Sum(nil)) }
