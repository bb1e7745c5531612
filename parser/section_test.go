package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

// outline reads a report and gives its sections' headings.
func outline(t *testing.T, blocks ...any) (*Report, []string) {
	t.Helper()
	r, err := Parse(reportWith(append([]any{"清河区水务局2024年政府信息公开工作年度报告"}, blocks...)...))
	require.NoError(t, err)
	var list []string
	for _, s := range r.Sections {
		list = append(list, s.Heading)
	}
	return r, list
}

var sixHeadings = []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
	"四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"}

func TestSixSections(t *testing.T) {
	r, list := outline(t, "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。",
		"一、总体情况", "（一）主动公开。2024年公开信息3条。", "一是加强领导；二是健全制度。",
		"二、主动公开政府信息情况", draw(disclosure2021),
		"三、收到和处理政府信息公开申请情况", tableOf(applicationsRows(form.Edition2021)),
		"四、政府信息公开行政复议、行政诉讼情况", draw(remedies),
		"五、存在的主要问题及改进情况", "存在公开不够及时的问题。",
		"六、其他需要报告的事项", "本年度未收取信息处理费。")
	assert.Equal(t, sixHeadings, list, "neither the preface nor the labels of table three are headings")
	for i, s := range r.Sections {
		assert.Equal(t, i+1, s.Official)
		assert.Equal(t, Exact, s.Match)
	}
	assert.Len(t, r.Sections[0].Passages, 2)
	assert.Equal(t, "总体情况", r.Sections[0].Title)
	assert.Empty(t, r.Sections[1].Passages, "tables are left out")
}

func TestHeadingsAsMetInReports(t *testing.T) {
	for _, c := range []struct {
		printed  string
		official int
		match    Match
	}{
		{"一、2023年政务公开总体情况", 1, Variant},
		{"二、政府信息主动公开情况", 2, Variant},
		{"二、行政机关主动公开政府信息情况", 2, Variant},
		{"三、行政机关收到和处理政府信息公开申请情况", 3, Variant},
		{"四、政府信息公开行政复议行政诉讼情况", 4, Variant},
		{"四、政府信息公开行政复议及行政诉讼情况", 4, Variant},
		{"四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4, Variant},
		{"五、政府信息公开工作存在的主要问题及改进情况", 5, Variant},
		{"五、存在问题及改进情况", 5, Variant},
		{"五、下一步工作打算", 5, Variant},
		{"五．存在的主要问题及改进情况", 5, Exact},
		{"五 存在的主要问题及改进情况", 5, Exact},
		{"五、存在的主要问题及改进情况：", 5, Exact},
		{"五、存在的主要问题及改进情祝", 5, Near},
		{"六、其他事项", 6, Variant},
		{"六、其它需要报告的事项", 6, Near},
	} {
		r, _ := outline(t, draw(disclosure2021), c.printed, "正文。")
		s := r.Section(c.official)
		require.NotNil(t, s, c.printed)
		assert.Equal(t, c.printed, s.Heading)
		assert.Equal(t, c.match, s.Match, c.printed)
	}
}

func TestNumeralsOfOtherKinds(t *testing.T) {
	brackets, list := make([]any, 0, len(sixHeadings)), []string(nil)
	for _, h := range sixHeadings {
		h = "（" + strings.Replace(h, "、", "）", 1)
		brackets, list = append(brackets, h, "正文。"), append(list, h)
	}
	_, got := outline(t, append(brackets, draw(disclosure2021))...)
	assert.Equal(t, list, got)

	_, got = outline(t, "1. 总体情况", "（二）主动公开政府信息情况", "正文。", "二、主动公开政府信息情况", draw(disclosure2021),
		"、收到和处理政府信息公开申请情况", "3.存在的主要问题及改进情况", "五、存在的主要问题及改进情况", "（一）主动公开政府信息情况")
	assert.Equal(t, []string{"1. 总体情况", "二、主动公开政府信息情况", "、收到和处理政府信息公开申请情况", "五、存在的主要问题及改进情况"}, got,
		"a numeral of a sub-heading stands in for a section that is missing, and for no other")
}

func TestHeadingsWithoutNumerals(t *testing.T) {
	_, list := outline(t, "总体情况", "正文。", "主动公开政府信息情况", draw(disclosure2021),
		"收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项")
	assert.Len(t, list, 6)
	assert.Equal(t, "总体情况", list[0])
}

func TestHeadingInUnknownWordingIsKnownByItsNumeralAndPlace(t *testing.T) {
	r, list := outline(t, "一、总体情况", "一、加强组织领导", "二、健全工作制度", "二、主动公开政府信息情况", draw(disclosure2021),
		"三、收到和处理政府信息公开申请情况", "四、争议的解决", "五、存在的主要问题及改进情况")
	assert.Equal(t, []string{sixHeadings[0], sixHeadings[1], sixHeadings[2], "四、争议的解决", sixHeadings[4]}, list)
	assert.Equal(t, 4, r.Sections[3].Official)
	assert.Equal(t, NoMatch, r.Sections[3].Match)
	assert.Len(t, r.Sections[0].Passages, 2, "numbered items within a section are no headings")
}

func TestHeadingAndFirstSentenceInOneParagraph(t *testing.T) {
	for _, printed := range []string{"一、总体情况。2024年，本机关公开信息3条。", "一、总体情况 2024年，本机关公开信息3条。", "一、总体情况：2024年，本机关公开信息3条。"} {
		r, _ := outline(t, printed, "二、主动公开政府信息情况", draw(disclosure2021))
		require.Len(t, r.Sections, 2, printed)
		assert.Equal(t, "一、总体情况", r.Sections[0].Heading, printed)
		assert.Equal(t, "总体情况", r.Sections[0].Title)
		require.Len(t, r.Sections[0].Passages, 1)
		assert.Equal(t, "2024年，本机关公开信息3条。", r.Sections[0].Passages[0].Text)
	}
}

func TestHeadingBrokenOverLines(t *testing.T) {
	for _, lines := range [][]any{
		{"三、收到和处理政府信息公开", "申请情况"},
		{"三、收到和处理政府信息公开\n申请情况"},
		{"三、", "收到和处理政府信息公开申请情况"},
	} {
		blocks := append([]any{"一、总体情况", draw(disclosure2021)}, lines...)
		r, _ := outline(t, append(blocks, "正文。")...)
		require.NotNil(t, r.Section(3))
		assert.Equal(t, "三、收到和处理政府信息公开申请情况", r.Section(3).Heading)
		assert.Equal(t, Exact, r.Section(3).Match)
		assert.Len(t, r.Section(3).Passages, 1)
	}
}

func TestBrokenHeadingsPlaceSpansItsLines(t *testing.T) {
	d := reportWith("清河区水务局2024年政府信息公开工作年度报告", draw(disclosure2021), "三、收到和处理政府信息公开", "申请情况")
	for i, box := range map[int]document.Box{2: {X0: 50, Y0: 100, X1: 400, Y1: 120}, 3: {X0: 50, Y0: 125, X1: 150, Y1: 145}} {
		d.Blocks[i].Paragraph.Where = document.Place{Page: 2, Box: box}
	}
	r, err := Parse(d)
	require.NoError(t, err)
	assert.Equal(t, document.Place{Page: 2, Box: document.Box{X0: 50, Y0: 100, X1: 400, Y1: 145}}, r.Section(3).Where)
}

func TestTableOfContentsIsNoOutline(t *testing.T) {
	blocks := []any{"目录"}
	for _, h := range sixHeadings {
		blocks = append(blocks, h+"……………3")
	}
	for _, h := range sixHeadings {
		blocks = append(blocks, h, "正文。")
	}
	r, list := outline(t, append(blocks, draw(disclosure2021))...)
	assert.Equal(t, sixHeadings, list)
	assert.Len(t, r.Sections[0].Passages, 1)
}

func TestHeadingsDirectlyBelowEachOther(t *testing.T) {
	// A sub-district's report for 2022 whose tables were lost.
	_, list := outline(t, "一、总体情况", "正文。", sixHeadings[1], sixHeadings[2], sixHeadings[3], sixHeadings[4], sixHeadings[5])
	assert.Equal(t, sixHeadings, list)
}

func TestWrongNumeralStaysAsPrinted(t *testing.T) {
	r, _ := outline(t, "一、总体情况", draw(disclosure2021), sixHeadings[3], "四、存在的主要问题及改进情况", sixHeadings[5])
	require.NotNil(t, r.Section(5))
	assert.Equal(t, 4, r.Section(5).Number)
}

func TestHeadingInsideATable(t *testing.T) {
	frame := tableOf([][]string{{"一、总体情况"}, {"2024年公开信息3条。\n制度健全。"}, {"五、存在的主要问题及改进情况"}, {"人手不足。"}})
	r, list := outline(t, frame, draw(disclosure2021), sixHeadings[5])
	assert.Equal(t, []string{sixHeadings[0], sixHeadings[4], sixHeadings[5]}, list)
	assert.Len(t, r.Sections[0].Passages, 2)
}

func TestNumeralsInDigitsOrTight(t *testing.T) {
	_, list := outline(t, "1.总体情况", "2、主动公开政府信息情况", draw(disclosure2021), "3.收到和处理政府信息公开申请情况")
	assert.Equal(t, []string{"1.总体情况", "2、主动公开政府信息情况", "3.收到和处理政府信息公开申请情况"}, list)
	_, list = outline(t, "一总体情况", "1.其他事项", "二主动公开政府信息情况", draw(disclosure2021))
	assert.Equal(t, []string{"一总体情况", "二主动公开政府信息情况"}, list)
}

func TestPrefaceThatNumbersThePartsIsNoHeading(t *testing.T) {
	r, list := outline(t, "一、总体情况，二、主动公开政府信息情况，三、收到和处理政府信息公开申请情况等六个部分组成本报告。",
		"一、总体情况", "二、主动公开政府信息情况", draw(disclosure2021))
	assert.Equal(t, sixHeadings[:2], list)
	assert.Len(t, r.Preface, 1)
}

func TestHeadingAndFirstSubheadingInOneParagraph(t *testing.T) {
	r, _ := outline(t, "一、总体情况（一）主动公开情况。2024年公开信息3条。", draw(disclosure2021))
	assert.Equal(t, "一、总体情况", r.Sections[0].Heading)
	assert.Equal(t, "（一）主动公开情况。2024年公开信息3条。", r.Sections[0].Passages[0].Text)
}

func TestHeadingsInsideAParagraph(t *testing.T) {
	r, list := outline(t, "统计期限为2024年1月1日至12月31日。 一、总体情况 （一）主动公开。2024年公开信息3条。 二、主动公开政府信息情况",
		draw(disclosure2021), "三、收到和处理政府信息公开申请情况",
		"五、存在的主要问题及改进情况 公开不够及时。 六、其他需要报告的事项")
	assert.Equal(t, []string{"一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
		"五、存在的主要问题及改进情况", "六、其他需要报告的事项"}, list)
	assert.Equal(t, "（一）主动公开。2024年公开信息3条。", r.Sections[0].Passages[0].Text)
	assert.Equal(t, "公开不够及时。", r.Sections[3].Passages[0].Text)
	require.NotNil(t, r.Period, "what stood before it is the preface")
}

func TestOutlineInAParagraphIsNoHeading(t *testing.T) {
	_, list := outline(t, "本报告包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况；六、其他需要报告的事项。",
		"一、总体情况", "2024年，六、其他需要报告的事项另行说明。", "二、主动公开政府信息情况", draw(disclosure2021))
	assert.Equal(t, sixHeadings[:2], list)
}
