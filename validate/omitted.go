package validate

// Omitted is a code of the catalogue that no rule decides.
type Omitted struct {
	Code    string
	Title   Text
	Because Text
}

// omitted are the codes that need the live web, which the program never uses.
// They stay listed, so that nobody takes silence for a pass.
var omitted = []Omitted{
	{"Y12", Text{"往年的报告公开后又被改动", "An earlier report was changed after publication"},
		Text{"要有网上各次版本的存档才能判断", "needs archived versions of the published page"}},
	{"P10", Text{"没有可下载的PDF或Word文件", "No PDF or Word file to download"},
		Text{"要看公开网页上的下载链接才能判断", "needs the page that publishes the report"}},
	{"P11", Text{"图解与报告的数字不同", "The infographic has other numbers than the report"},
		Text{"图解是网页上的图片，不在报告文件里", "the infographic is a picture on the web, not in the report"}},
}

// OmittedRules returns the codes of the catalogue that no rule decides, and why.
func OmittedRules() []Omitted { return append([]Omitted(nil), omitted...) }

// Theme is a group of rules that begin with the same letter.
type Theme struct {
	Letter string
	Name   Text
}

// Themes are the groups of the catalogue, in its order.
var Themes = []Theme{
	{"S", Text{"结构与格式", "structure and form"}},
	{"C", Text{"单元格", "cells"}},
	{"A", Text{"表三：收到和处理申请", "table three: applications"}},
	{"B", Text{"表二：主动公开", "table two: disclosure"}},
	{"D", Text{"表四：复议、诉讼", "table four: remedies"}},
	{"N", Text{"正文", "text"}},
	{"Y", Text{"年度之间", "between years"}},
	{"R", Text{"上下级汇总", "roll-up"}},
	{"P", Text{"标题、日期与公开", "title, date, publication"}},
	{"F", Text{"信息处理费", "processing fee"}},
	{"X", Text{"本单位自定规则", "the office's own rules"}},
}

// ThemeOf is the theme of a code; the zero Theme for a letter that is none.
func ThemeOf(code string) Theme {
	for _, t := range Themes {
		if len(code) > 0 && code[:1] == t.Letter {
			return t
		}
	}
	return Theme{}
}
