package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Sentences that were taken, or could be taken, for a contradiction and are none.
func TestProseThatMustNotBeAccused(t *testing.T) {
	const table = `
organ 某市某局
year 2024
applications.new                      30  5 0 0 10 0 45
applications.carried_in                2  0 0 0  0 0  2
applications.granted                  29  5 0 0 10 0 44
applications.total                    29  5 0 0 10 0 44
applications.carried_out               3  0 0 0  0 0  3
remedies.reconsideration               3  1 0 2  6
remedies.litigation_direct             1  0 0 0  1
`
	for _, prose := range []string{
		"2024年共收到政府信息公开申请45件，均在法定期限内予以答复。",
		"全年受理政府信息公开申请47件（含上年结转2件），办结44件，结转下年3件。",
		"新收政府信息公开申请 45 件，上年度结转 2 件。",
		"2023年收到政府信息公开申请60件。",
		"较2023年收到政府信息公开申请60件减少15件。",
		"其中通过网络收到政府信息公开申请20件，信函收到政府信息公开申请25件。",
		"各县区共收到政府信息公开申请300件。",
		"全年收到政府信息公开申请40余件。",
		"受理信访投诉12件、建议提案8件，全部办结。",
		"办理人大建议5件，已全部办结，受理政务服务申请1200件。",
		"除结转外全部办结政府信息公开申请。",
		"未收到涉及企业的公开申请，未收到减免收费申请。",
		"未发生因政府信息公开被行政复议纠正、行政诉讼败诉的情形。",
		"全年办理行政复议案件120件、行政诉讼案件80件。",
		"政府信息公开行政复议6件，其中结果维持3件。",
		"2025年将全部办结结转的政府信息公开申请。",
		"截至2024年10月，收到政府信息公开申请30件。",
		"2024年1月1日至12月31日，共收到政府信息公开申请45件。",
		"主动公开政府信息1,234条，公开政策性文件11件。",
		"在政府信息公开方面没有发生因处置不当引发的行政复议问题。",
	} {
		for _, f := range run(t, table+"text 一 \""+prose+"\"") {
			t.Errorf("%s\n\t%s: %s", prose, f.Rule, f.Message.ZH)
		}
	}
}

// Sentences that do contradict the table, in the wordings that reports use.
func TestProseThatContradicts(t *testing.T) {
	const table = `
organ 某县人民政府
year 2024
applications.new                      30  5 0 0 10 0 45
applications.carried_in                2  0 0 0  0 0  2
applications.granted                  29  5 0 0 10 0 44
applications.total                    29  5 0 0 10 0 44
applications.carried_out               3  0 0 0  0 0  3
remedies.reconsideration               3  1 0 2  6
remedies.litigation_direct             1  0 0 0  1
`
	for prose, rule := range map[string]string{
		"2024年共收到政府信息公开申请４６件，均已答复。":        "narrative-received",
		"全年新收到政府信息公开申请共计 1,045 件。":         "narrative-received",
		"全县受理依申请公开52件。":                    "narrative-received",
		"2024年1月1日至12月31日，共收到政府信息公开申请46件。": "narrative-received",
		"收到52件政府信息公开申请。":                   "narrative-received",
		"2024年全年未收到政府信息公开申请。":              "narrative-none-received",
		"我县没有收到公民、法人和其他组织的信息公开申请。":         "narrative-none-received",
		"结转至下年度继续办理5件。":                    "narrative-carried-out",
		"另有7件结转下一年度。":                      "narrative-carried-out",
		"上一年度结转政府信息公开申请4件。":                "narrative-carried-in",
		"政府信息公开申请已全部按期办结。":                 "narrative-all-done",
		"收到的公开申请无结转下年。":                    "narrative-all-done",
		"因政府信息公开被申请行政复议8件。":                "narrative-remedies",
		"政府信息公开行政复议6件、行政诉讼3件。":             "narrative-remedies",
		"本年度没有因政府信息公开引发的行政诉讼。":             "narrative-no-remedies",
		"二〇二四年，我县共收到政府信息公开申请50件。":          "narrative-received",
		"2023年收到60件。2024年收到政府信息公开申请50件。":   "narrative-received",
	} {
		var rules []string
		for _, f := range run(t, table+"text 一 \""+prose+"\"") {
			rules = append(rules, f.Rule)
		}
		assert.Equal(t, []string{rule}, rules, prose)
	}
}
