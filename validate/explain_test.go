package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/validate"
)

// explanations gives what is said of broken sums, each once.
func explanations(list []validate.Finding) []string {
	var said []string
	seen := map[string]bool{}
	for _, f := range list {
		if text := f.Explanation.ZH; text != "" && !seen[text] {
			said, seen[text] = append(said, text), true
		}
	}
	return said
}

func TestExplanations(t *testing.T) {
	for _, c := range []struct{ name, faults, want string }{
		{"one cell", "applications.granted.natural_person 21",
			"把表三“（一）予以公开”自然人由 21 改为 20，则全部勾稽关系成立"},
		{"two digits transposed", "applications.new.natural_person 3\napplications.new.total 54",
			"把表三“一、本年新收政府信息公开申请数量”自然人由 3 改为 30，把表三“一、本年新收政府信息公开申请数量”总计由 54 改为 45，" +
				"则全部勾稽关系成立（疑似漏了一位数字，疑似两位数字颠倒）"},
		{"a digit too many", "applications.carried_out.total 30",
			"把表三“四、结转下年度继续办理”总计由 30 改为 3，则全部勾稽关系成立（疑似多了一位数字）"},
		{"two cells of one column", "applications.granted.natural_person 21\napplications.denied.third_party.natural_person 6",
			"把表三“（一）予以公开”自然人由 21 改为 20，把表三“4.保护第三方合法权益”自然人由 6 改为 4，则全部勾稽关系成立"},
		{"two cells of one row", "applications.granted.natural_person 22\napplications.granted.business 4",
			"把表三“（一）予以公开”自然人由 22 改为 20，把表三“（一）予以公开”商业企业由 4 改为 3，则全部勾稽关系成立"},
		{"a row's total is one of two", "applications.granted.natural_person 22\napplications.unavailable.not_held.total 9",
			"把表三“（一）予以公开”自然人由 22 改为 20，则有关的2处勾稽关系都成立"},
		{"a number in the wrong column", "applications.granted 20 0 3 0 8 0 31",
			"把表三“（一）予以公开”行科研机构的 3 移到商业企业，则全部勾稽关系成立（疑似填错了列）"},
		{"two columns swapped", "applications.granted 8 3 0 0 20 0 31",
			"表三“（一）予以公开”行自然人的 8 与法律服务机构的 20 对调，则全部勾稽关系成立（疑似两格填反）"},
		{"a row shifted to the right", "applications.granted 0 20 3 0 0 8 31",
			"表三“（一）予以公开”行的数向左移一列（自然人 20、商业企业 3、科研机构 0、法律服务机构 8、其他 0），则全部勾稽关系成立（疑似漏填或多填一格，后面的数错位）"},
		{"a row shifted with its total, its last cell blank", "applications.granted 3 0 0 8 0 31 blank",
			"表三“（一）予以公开”行的数向右移一列（自然人 20、商业企业 3、社会公益组织 0、法律服务机构 8、其他 0、总计 31），" +
				"则有关的5处勾稽关系都成立（疑似漏填或多填一格，后面的数错位）"},
		{"（七）总计 left at 0", "applications.total 0 0 0 0 0 0 0",
			"表三“（七）总计”行的 0 按上面各行相加填写（自然人 29、商业企业 5、法律服务机构 10、总计 44），则全部勾稽关系成立（疑似总计没有填）"},
	} {
		t.Run(c.name, func(t *testing.T) {
			said := explanations(run(t, balanced+c.faults))
			require.NotEmpty(t, said)
			assert.Equal(t, c.want, said[0])
		})
	}
}

func TestSeveralExplanationsAreListedAndNoneIsNamed(t *testing.T) {
	list := run(t, balanced+"applications.granted.natural_person 21\napplications.denied.third_party.business 1")
	assert.Empty(t, suspected(list))
	assert.Equal(t, []string{"有2种同样小的改法，光看数字分不出是哪一种：" +
		"（1）把表三“（一）予以公开”自然人由 21 改为 20，把表三“4.保护第三方合法权益”商业企业由 1 改为 0；" +
		"（2）把表三“4.保护第三方合法权益”自然人由 4 改为 3，把表三“（一）予以公开”商业企业由 3 改为 2，请对照台账"}, explanations(list))
	for _, f := range list[1:] {
		assert.Zero(t, f.Cause, "mended together: %s", f.Code)
	}
}

// Of two explanations that are equally small the prose can tell the right one.
func TestProseDecidesBetweenEqualExplanations(t *testing.T) {
	fault := balanced + "year 2024\napplications.new.total 46\napplications.new.business 6\n"
	silent := suspected(run(t, fault))
	told := suspected(run(t, fault+"text 一 \"2024年，本机关新收政府信息公开申请45件，结转下年度3件。\""))
	assert.Empty(t, silent)
	assert.Equal(t, map[string]float64{"applications.new.business": 5, "applications.new.total": 45}, told)
}

// What the reader doubts beside the error is no fault of the unit.
func TestDoubtfulCellSendsToTheFile(t *testing.T) {
	row := "applications.granted 21 3 0 0 8 0 31\napplications.granted.business 3 doubtful \"压线\""
	list := run(t, balanced+row)
	assert.Empty(t, suspected(list))
	assert.Equal(t, []string{"请核对原件：表三“（一）予以公开”商业企业没有读准（压线），不能断定是填报有误"}, explanations(list))
}

func TestTooManyErrorsAreNotExplained(t *testing.T) {
	list := run(t, `
applications.new              31 7 2 0 12 1 40
applications.granted          11 9 4 1 3 0 90
applications.partly_granted   13 2 8 5 7 1 77
applications.denied.third_party 8 1 1 3 9 9 60
applications.total             9 3 7 1 2 5 55
applications.carried_out       1 4 2 6 8 3 33`)
	assert.NotEmpty(t, list)
	assert.Empty(t, explanations(list))
}

// Where no application came in, no case can be about one.
func TestCasesWithoutApplications(t *testing.T) {
	list := run(t, "remedies.litigation_direct 0 1 9 0 0")
	assert.Equal(t, map[string]float64{"remedies.litigation_direct.corrected": 0, "remedies.litigation_direct.other": 0}, suspected(list))
}
