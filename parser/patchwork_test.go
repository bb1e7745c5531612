package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/form"
)

func assertPatchwork(t *testing.T, r *Report, reason string) {
	t.Helper()
	assert.True(t, r.Damaged)
	assert.Contains(t, r.Incomplete, reason)
	for _, f := range r.Figures {
		assert.NotEmpty(t, f.Doubt, f.ID)
	}
}

// The rows of one report up to （四）, then those of another from （三） on.
func TestRowsInAnOrderThatNoFormHas(t *testing.T) {
	rows := applicationsRows(form.Edition2021)
	spliced := append(append([][]string{}, rows[:20]...), rows[10:]...)
	r := parsed(t, draw(disclosure2021), tableOf(spliced), draw(remedies))
	assertPatchwork(t, r, "颠倒或重复")
}

func TestSectionsThatComeTwice(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", "二、主动公开政府信息情况", draw(disclosure2021),
		"三、收到和处理政府信息公开申请情况", tableOf(applicationsRows(form.Edition2021)),
		"二、主动公开政府信息情况", draw(disclosure2021), "三、收到和处理政府信息公开申请情况", tableOf(applicationsRows(form.Edition2021)),
		"四、政府信息公开行政复议、行政诉讼情况", draw(remedies)))
	require.NoError(t, err)
	assertPatchwork(t, r, "出现了两次")
}

func TestContentsBeforeTheSectionsAreNoSecondReport(t *testing.T) {
	r, err := Parse(reportWith("清河区水务局2024年政府信息公开工作年度报告",
		"一、总体情况", "1", "二、主动公开政府信息情况", "2", "三、收到和处理政府信息公开申请情况", "3",
		"一、总体情况", "二、主动公开政府信息情况", draw(disclosure2021), "三、收到和处理政府信息公开申请情况", tableOf(applicationsRows(form.Edition2021))))
	require.NoError(t, err)
	assert.False(t, r.Damaged)
}

// signed is a page whose title names one organ and whose signature names another.
func signed(t *testing.T, organ, date string) *Report {
	t.Helper()
	d := reportWith("清河区水务局2024年政府信息公开工作年度报告", "一、总体情况", tableOf(applicationsRows(form.Edition2021)),
		"六、其他需要报告的事项", "无。", organ, date)
	d.Format = document.HTML
	r, err := Parse(d)
	require.NoError(t, err)
	return r
}

func TestSignatureOfSomebodyElse(t *testing.T) {
	for organ, strange := range map[string]bool{
		"清河区水务局":    false,
		"宁江市清河区水务局": false,
		"区水务局":      false,
		"清河区教育局":    false, // copied from a neighbour, perhaps: the rules speak of that
		"望泽县司法局":    true,
	} {
		doubt := signed(t, organ, "2025年1月20日").Figure("applications.new.total").Doubt
		assert.Equal(t, strange, doubt != "", "%s: %s", organ, doubt)
	}
	assert.Contains(t, signed(t, "清河区教育局", "2022年1月20日").Figure("applications.new.total").Doubt, "落款")
}
