package register

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"gouji/parser/form"
)

// sheet is a register while it is read: what its columns hold, its units so
// far, and what is wrong with it.
type sheet struct {
	columns  []string // by number: a key of columnNames, empty for one that is not read
	units    []Unit
	problems Problems
}

// columnNames are the columns by what they may be called. aliases may stand in
// several.
var columnNames = map[string][]string{
	"name":            {"名称", "单位名称", "机关名称", "name"},
	"aliases":         {"别名", "简称", "曾用名", "aliases", "former_names"},
	"kind":            {"类别", "kind"},
	"level":           {"级别", "level"},
	"parent":          {"上级", "parent"},
	form.Disclosure:   {"表二口径", "disclosure_scope"},
	form.Applications: {"表三口径", "applications_scope"},
	form.Remedies:     {"表四口径", "remedies_scope"},
	"deadline":        {"截止日期", "期限", "deadline"},
	"":                {"备注", "序号", "note", "number"},
}

// What may stand in a column, by all its spellings; the first of each is the
// one that messages name.
type spelling[T ~string] struct {
	value T
	words []string
}

var kinds = []spelling[Kind]{
	{Government, []string{"政府", "人民政府", "government"}},
	{Office, []string{"办公室", "办公厅", "政府办公室", "政府办公厅", "办公厅(室)", "政府办公厅(室)", "office"}},
	{Department, []string{"部门", "department"}},
	{Township, []string{"乡镇街道", "乡镇", "乡", "镇", "街道", "township"}},
	{Authorised, []string{"其他", "授权组织", "事业单位", "派出机关", "authorised"}},
}

var levels = []spelling[Level]{
	{State, []string{"国家级", "国家", "state"}}, {Prov, []string{"省级", "省", "province"}}, {City, []string{"市级", "市", "city"}},
	{County, []string{"县级", "县", "区", "county"}}, {Town, []string{"乡级", "乡", "镇", "township"}},
}

var scopes = []spelling[Scope]{{Own, []string{"本机关", "own"}}, {Area, []string{"全域", "area"}}}

// spelt finds what a word stands for.
func spelt[T ~string](list []spelling[T], word string) (value T, ok bool) {
	word = wordOf(word)
	for _, s := range list {
		if slices.Contains(s.words, word) {
			return s.value, true
		}
	}
	return "", word == ""
}

// choices names what may stand in a column, in both languages.
func choices[T ~string](list []spelling[T]) (zh, en string) {
	var first, last []string
	for _, s := range list {
		first, last = append(first, s.words[0]), append(last, s.words[len(s.words)-1])
	}
	return strings.Join(first, "、"), strings.Join(last, ", ")
}

// wordOf folds width and case; spaces within are underscores.
func wordOf(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), "_")
}

// field is a cell of the sheet.
type field struct {
	line, column int // from 1 and from 0
	text         string
}

func (s *sheet) wrong(f field, zh, en string) {
	s.problems = append(s.problems, problemAt(f.line, f.column+1, zh, en))
}

// head reads the names of the columns.
func (s *sheet) head(r Row) {
	seen := map[string]bool{}
	for i, cell := range r.Cells {
		key, known := columnOf(cell)
		switch {
		case !known:
			s.wrong(r.field(i), fmt.Sprintf("没有“%s”这一列，可用：名称、别名、类别、级别、上级、表二口径、表三口径、表四口径、截止日期、备注", cell),
				fmt.Sprintf("no column %q; there are: name, aliases, kind, level, parent, disclosure_scope, applications_scope, remedies_scope, deadline, note", cell))
		case seen[key] && key != "aliases":
			s.wrong(r.field(i), fmt.Sprintf("“%s”列有两个", cell), fmt.Sprintf("column %q stands twice", cell))
		}
		s.columns = append(s.columns, key)
		seen[key] = key != ""
	}
	if !seen["name"] {
		s.wrong(r.field(0), "缺少“名称”列", "there is no column name")
	}
}

func columnOf(cell string) (key string, known bool) {
	word := wordOf(cell)
	for key, words := range columnNames {
		if slices.Contains(words, word) {
			return key, true
		}
	}
	return "", word == ""
}

// unit reads a row.
func (s *sheet) unit(r Row) {
	u := Unit{Line: r.Line, Scope: map[string]Scope{}}
	for i, column := range s.columns {
		s.cell(&u, column, r.field(i))
	}
	if len(r.Cells) > len(s.columns) && strings.Join(r.Cells[len(s.columns):], "") != "" {
		s.wrong(r.field(len(s.columns)), "这一格在列名之外；名称里有逗号时，整格用引号括起", "a cell beyond the named columns; quote a name that has a comma")
	}
	if u.Name == "" {
		s.wrong(r.field(s.column("name")), "没有写名称", "no name")
		return
	}
	s.units = append(s.units, u)
}

// cell reads what a column tells of a unit.
func (s *sheet) cell(u *Unit, column string, f field) {
	switch column {
	case "name":
		u.Name = f.text
	case "aliases":
		u.Aliases = append(u.Aliases, listed(f.text)...)
	case "kind":
		u.Kind = choose(s, f, kinds, "类别")
	case "level":
		u.Level = choose(s, f, levels, "级别")
	case "parent":
		u.Parent = f.text
	case form.Disclosure, form.Applications, form.Remedies:
		if scope := choose(s, f, scopes, "口径"); scope != "" {
			u.Scope[column] = scope
		}
	case "deadline":
		u.Deadline = s.day(f)
	}
}

var listMark = regexp.MustCompile(`[;；|｜]`)

// listed splits a list: 某县扶贫办；县扶贫办.
func listed(text string) []string {
	var list []string
	for _, item := range listMark.Split(text, -1) {
		if item = strings.TrimSpace(item); item != "" {
			list = append(list, item)
		}
	}
	return list
}

func choose[T ~string](s *sheet, f field, list []spelling[T], column string) T {
	value, ok := spelt(list, f.text)
	if !ok {
		zh, en := choices(list)
		s.wrong(f, fmt.Sprintf("没有“%s”这种%s，可用：%s", f.text, column, zh), fmt.Sprintf("%q is none of: %s", f.text, en))
	}
	return value
}

var dayWords = regexp.MustCompile(`^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$`)

// daysIn has the days of each month, of a leap year.
var daysIn = [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// ParseDay reads a day as offices write it: 01-31, 1/31, 1月31日; false for none that
// a year has.
func ParseDay(text string) (Day, bool) {
	m := dayWords.FindStringSubmatch(wordOf(text))
	if m == nil {
		return Day{}, false
	}
	month, _ := strconv.Atoi(m[1])
	day, _ := strconv.Atoi(m[2])
	return Day{month, day}, month >= 1 && month <= 12 && day >= 1 && day <= daysIn[month]
}

func (s *sheet) day(f field) *Day {
	if f.text == "" {
		return nil
	}
	if day, ok := ParseDay(f.text); ok {
		return &day
	}
	s.wrong(f, fmt.Sprintf("“%s”不是日期，写成 01-31 或 1月31日", f.text), fmt.Sprintf("%q is no day; write 01-31", f.text))
	return nil
}

// column is the number of a column, 0 when the sheet has none.
func (s *sheet) column(key string) int { return max(slices.Index(s.columns, key), 0) }

// checkNames finds names that two units claim: a report could be either's.
func (s *sheet) checkNames() {
	claimed := map[string]int{}
	for i := range s.units {
		u := &s.units[i]
		s.claim(claimed, i, field{u.Line, s.column("name"), u.Name})
		for _, alias := range u.Aliases {
			s.claim(claimed, i, field{u.Line, s.column("aliases"), alias})
		}
	}
}

func (s *sheet) claim(claimed map[string]int, unit int, f field) {
	first, twice := claimed[Key(f.text)]
	if !twice {
		claimed[Key(f.text)] = unit
	}
	if other := &s.units[first]; twice && first != unit {
		s.wrong(f, fmt.Sprintf("“%s”与第%d行的“%s”重名", f.text, other.Line, other.Name),
			fmt.Sprintf("%q is also a name of %q in line %d", f.text, other.Name, other.Line))
	}
}

// checkParents finds parents that are no units, and units that are above
// themselves; it makes every parent's name the official one.
func (s *sheet) checkParents() {
	r := New("", s.units)
	for i := range s.units {
		u := &s.units[i]
		f := field{u.Line, s.column("parent"), u.Parent}
		parent := r.Parent(u)
		switch {
		case u.Parent == "":
		case parent == nil:
			s.wrong(f, fmt.Sprintf("上级“%s”不在名录里", u.Parent), fmt.Sprintf("parent %q is no unit of the register", u.Parent))
		case r.above(parent, u):
			s.wrong(f, fmt.Sprintf("“%s”成了自己的上级", u.Name), fmt.Sprintf("%q is above itself", u.Name))
		default:
			u.Parent = parent.Name
		}
	}
	slices.SortStableFunc(s.problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
}

// above reports whether a unit is another or stands on its way up.
func (r *Register) above(u, other *Unit) bool {
	for range r.Units {
		if u == nil || u == other {
			break
		}
		u = r.Parent(u)
	}
	return u == other
}
