package letter

import (
	"cmp"
	"fmt"
	"maps"
	"strings"
)

// The lists of a letter, by the word before the dot of their placeholders.
const (
	listError   = "错误"
	listWarning = "警告"
	listInfo    = "提示"
	listDoubt   = "存疑"
)

var listNames = []string{listError, listWarning, listInfo, listDoubt}

// values are what the placeholders of a letter stand for.
type values struct {
	single fields
	lists  lists
}

// blankDate and blankName are lines to be filled in by hand.
const (
	blankDate = "____年__月__日"
	blankName = "（发文单位）"
)

// values are those of a unit's letter.
func (u *unit) values(o *Options) values {
	single := fields{
		"单位": cmp.Or(u.organ, "（单位名称）"), "年度": "　　", "文件": strings.Join(u.files, "、"), "概述": u.summary(),
		"期限": cmp.Or(o.Deadline, blankDate), "落款": cmp.Or(o.Sender, blankName), "日期": cmp.Or(o.Date, blankDate),
	}
	if u.year != 0 {
		single["年度"] = fmt.Sprint(u.year)
	}
	if u.organDoubt { // whoever sends it should see that first
		single["单位"] += "（请核对单位）"
	}
	if u.yearDoubt {
		single["年度"] += "（请核对年度）"
	}
	for _, list := range listNames {
		single[list+"数"] = fmt.Sprint(len(u.lists[list]))
	}
	return values{single, u.lists.placed(len(u.files) > 1)}
}

// placed numbers the things of each list and says where they stand, by the file
// where there are several.
func (l lists) placed(byFile bool) lists {
	placed := lists{}
	for _, list := range listNames {
		for i, f := range l[list] {
			item := maps.Clone(f)
			item["序号"] = fmt.Sprint(i + 1)
			if byFile {
				item["位置"] = "《" + f["文件"] + "》" + f["位置"]
				item["全句"] = "《" + f["文件"] + "》" + f["全句"]
			}
			placed[list] = append(placed[list], item)
		}
	}
	return placed
}

// summary counts what the letter is about.
func (u *unit) summary() string {
	var parts []string
	if n := len(u.lists[listError]); n > 0 {
		parts = append(parts, fmt.Sprintf("%d处需要改正", n))
	}
	if n := len(u.lists[listWarning]); n > 0 {
		parts = append(parts, fmt.Sprintf("%d处需要核实", n))
	}
	return "有" + strings.Join(parts, "、")
}
