package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/validate/register"
)

// facts reads the facts of a report.
func facts(t *testing.T, text string) *parser.Report {
	t.Helper()
	r, err := parser.ReadFacts(strings.NewReader(text))
	require.NoError(t, err)
	return r
}

// report is one of an organ and a year, told apart by its number of cases.
func report(t *testing.T, head string) *parser.Report {
	t.Helper()
	parts := strings.Fields(head)
	return facts(t, "organ "+parts[0]+"\nyear "+parts[1]+"\napplications.new.total "+parts[2])
}

// linked links a run; reports after a "|" are only compared with.
func linked(t *testing.T, r *register.Register, heads ...string) *Set {
	t.Helper()
	set, add := NewSet(Options{Register: r}), 0
	for _, head := range heads {
		switch {
		case head == "|":
			add = 1
		case add == 0:
			set.Add(report(t, head))
		default:
			set.AddPrevious(report(t, head))
		}
	}
	set.Link()
	return set
}

// previous is the number of cases of the report that the first is compared with.
func previous(set *Set) float64 {
	p := set.subjects[0].Previous
	if p == nil {
		return -1
	}
	value, _ := p.Figure("applications.new.total").Sure()
	return value
}

func TestYearsOfOneOrganArePaired(t *testing.T) {
	for name, c := range map[string]struct {
		heads []string
		want  float64
	}{
		"in the run":            {[]string{"某县民政局 2024 1", "某县民政局 2023 2"}, 2},
		"from --previous":       {[]string{"某县民政局 2024 1", "|", "某县民政局 2023 2"}, 2},
		"the run goes first":    {[]string{"某县民政局 2024 1", "某县民政局 2023 2", "|", "某县民政局 2023 3"}, 2},
		"two that agree":        {[]string{"某县民政局 2024 1", "某县民政局 2023 2", "某县民政局 2023 2"}, 2},
		"two that differ":       {[]string{"某县民政局 2024 1", "某县民政局 2023 2", "某县民政局 2023 3"}, -1},
		"in short":              {[]string{"某市 2024 1", "某市人民政府 2023 2"}, 2},
		"office and government": {[]string{"某市人民政府 2024 1", "某市人民政府办公厅 2023 2"}, -1},
		"another organ":         {[]string{"某县民政局 2024 1", "某县财政局 2023 2"}, -1},
		"two years before":      {[]string{"某县民政局 2024 1", "某县民政局 2022 2"}, -1},
		"nobody's organ":        {[]string{"民政局 2024 1", "民政局 2023 2"}, -1},
		"no year":               {[]string{"某县民政局 1 1", "某县民政局 0 2"}, -1},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, previous(linked(t, nil, c.heads...))) })
	}
}

// A title that names another year than the text may be either year's.
func TestNoYearIsTakenFromATitleThatTheTextContradicts(t *testing.T) {
	set := NewSet(Options{})
	set.Add(report(t, "某县民政局 2024 1"))
	set.AddPrevious(facts(t, "organ 某县民政局\nyear 2023\nperiod 2022-01-01 2022-12-31"))
	set.Link()
	assert.Nil(t, set.subjects[0].Previous)
}

func TestFilesOfOneReportKnowEachOther(t *testing.T) {
	set := linked(t, nil, "某县民政局 2024 1", "某县民政局 2024 2", "某县民政局 2023 1", "|", "某县民政局 2024 3")
	assert.Equal(t, set.subjects[:2], set.subjects[0].files)
	assert.Equal(t, set.subjects[2:], set.subjects[2].files)
}

// Merged results of two computers may have one path for two files.
func TestAFileThatWasNamedTwiceIsNotAnother(t *testing.T) {
	one, again, other := &parser.Report{}, &parser.Report{}, &parser.Report{}
	for r, sha := range map[*parser.Report]string{one: "1", again: "1", other: "2"} {
		r.Source.Path, r.Source.SHA256 = "年报/民政局.docx", sha
	}
	assert.True(t, sameFile(&Subject{Report: one}, &Subject{Report: again}))
	assert.False(t, sameFile(&Subject{Report: one}, &Subject{Report: other}))
}

// The first file says nothing of the cell in which the others differ.
func TestFilesThatDifferBesideADoubtfulOneAreUnclear(t *testing.T) {
	set := NewSet(Options{})
	set.Add(report(t, "某县民政局 2024 1"))
	set.Add(facts(t, "organ 某县民政局\nyear 2023\napplications.new.total 2 doubtful \"数字被空格隔开\""))
	set.Add(report(t, "某县民政局 2023 2"))
	set.Add(report(t, "某县民政局 2023 3"))
	set.Link()
	assert.Nil(t, set.subjects[0].Previous)
}

func TestAliasesArePaired(t *testing.T) {
	r := register.New("units.csv", []register.Unit{{Name: "某县乡村振兴局", Aliases: []string{"某县扶贫办", "振兴局"}}})
	assert.Equal(t, 2.0, previous(linked(t, r, "某县乡村振兴局 2024 1", "某县扶贫办 2023 2")))
	assert.Equal(t, 2.0, previous(linked(t, r, "振兴局 2024 1", "某县乡村振兴局 2023 2")))
}

func TestUnitsAreJoinedAlongTheRegister(t *testing.T) {
	r := register.New("units.csv", []register.Unit{
		{Name: "某县人民政府"}, {Name: "某县民政局", Parent: "某县人民政府"}, {Name: "某县财政局", Parent: "某县人民政府"},
	})
	set := linked(t, r, "某县财政局 2024 1", "某县 2024 3", "某县民政局 2024 2", "某县民政局 2023 9")
	assert.Equal(t, []*Subject{set.subjects[2], set.subjects[0]}, set.subjects[1].Children, "in the order of the register")
	assert.Equal(t, set.subjects[1], set.subjects[2].Parent)
	assert.Nil(t, set.subjects[3].Parent, "of another year")
}

// scan is a report that was recognised in pictures, its organ unsure for a reason.
func scan(t *testing.T, head, doubt string) *parser.Report {
	t.Helper()
	r := report(t, head)
	r.Recognised, r.OrganDoubt = true, doubt
	return r
}

func TestAMisreadOrganAccusesNobody(t *testing.T) {
	units := register.New("units.csv", []register.Unit{{Name: "某县财政局"}, {Name: "某县民政局"}, {Name: "某县水利局"}})
	for name, last := range map[string]*parser.Report{
		"doubtful":              scan(t, "某县水刊局 2024 1", "只有一处认出单位名称"),
		"misread in all places": scan(t, "某县水刊局 2024 1", ""),
	} {
		set := NewSet(Options{Register: units})
		set.Add(report(t, "某县财政局 2024 1"))
		set.Add(report(t, "某县民政局 2024 2"))
		at := set.Add(last)
		set.Link()
		findings, err := set.Check(at)
		require.NoError(t, err)
		for _, f := range findings {
			assert.NotEqual(t, "register-missing", f.Rule, name)
		}
		missing := set.CheckRegister()
		require.Len(t, missing, 1, name)
		assert.Contains(t, missing[0].Message.ZH, "请核对是否在其中", name)
	}
}

func TestADoubtfulOrganIsNotPaired(t *testing.T) {
	set := NewSet(Options{})
	set.Add(scan(t, "某县民政局 2024 1", "只有一处认出单位名称"))
	set.Add(report(t, "某县民政局 2023 2"))
	set.Add(report(t, "某县财政局 2024 1"))
	set.Add(report(t, "某县财政局 2023 2"))
	set.Link()
	assert.Nil(t, set.subjects[0].Previous)
	assert.False(t, set.subjects[0].missed, "last year's report may be there")
	assert.NotNil(t, set.subjects[2].Previous)
}

func TestADoubtfulOrganIsNotJudgedByItsName(t *testing.T) {
	rules := func(r *parser.Report) (list []string) {
		for _, f := range Run(r) {
			list = append(list, f.Rule)
		}
		return list
	}
	r := facts(t, "organ 某县民政局\nyear 2024\ndisclosure.regulations 1 0 1")
	assert.Contains(t, rules(r), "disclosure-regulations")
	r.Recognised, r.OrganDoubt = true, "只有一处认出单位名称"
	assert.NotContains(t, rules(r), "disclosure-regulations")
}

// The gap in 1 036 of a scan may be the recogniser's: it is doubt, not the unit's fault.
func TestHowAScanPrintsDigitsIsDoubtOnly(t *testing.T) {
	r := facts(t, `organ 某县民政局
		applications.granted.natural_person 1036 as "1 036" doubtful "数字被空格或换行隔开，按一个数合并"
		applications.granted.business 5 as "05" doubtful "数字以0开头，可能由两格连成"`)
	rules := func() (list []string) {
		for _, f := range Run(r) {
			if strings.HasPrefix(f.Code, "C") {
				list = append(list, f.Code)
			}
		}
		return list
	}
	assert.ElementsMatch(t, []string{"C11", "C09"}, rules())
	r.Recognised = true
	assert.ElementsMatch(t, []string{"C14"}, rules())
}

// A folder may hold hundreds of files of last year's report.
func TestAMessageNamesAFewFiles(t *testing.T) {
	var files []*Subject
	for _, path := range strings.Fields("1.pdf 2.pdf 3.pdf 4.pdf 5.pdf 6.pdf 7.pdf") {
		r := &parser.Report{}
		r.Source.Path = path
		files = append(files, &Subject{Report: r})
	}
	assert.Equal(t, "（1.pdf、2.pdf、3.pdf、4.pdf、5.pdf等）", pathsOf(files).ZH)
	assert.Equal(t, " (1.pdf, 2.pdf)", pathsOf(files[:2]).EN)
}
