package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/validate"
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

// More of them, with all outcomes, documents and cases in the tables.
func TestProseOfABusyBureauThatMustNotBeAccused(t *testing.T) {
	const table = `
organ 霁川市民政局
year 2024
applications.new 104 22 0 0 0 0 126
applications.carried_in 7 1 0 0 0 0 8
applications.granted 52 0 0 0 0 0 52
applications.partly_granted 18 0 0 0 0 0 18
applications.denied.third_party 14 0 0 0 0 0 14
applications.unavailable.not_held 26 4 0 0 0 0 30
applications.not_processed.petition 9 0 0 0 0 0 9
applications.other.not_corrected 6 0 0 0 0 0 6
applications.total 125 4 0 0 0 0 129
applications.carried_out 5 0 0 0 0 0 5
remedies.reconsideration 5 1 1 0 7
remedies.litigation_direct 2 0 1 1 4
remedies.litigation_after_reconsideration 1 0 0 1 2
disclosure.normative_documents 4 2 23
`
	for _, prose := range []string{
		"2024年，我局共收到政府信息公开申请126件（其中网上申请100件、信函申请26件），办结129件（含上年结转8件）。",
		"共收到政府信息公开申请134件（新收126件，结转8件）。",
		"政府信息公开申请受理总量134件，同比上升3%。",
		"全年收到政府信息公开申请126件，年内办结121件，剩余5件在法定期限内。",
		"在已办结的129件申请中，予以公开52件，部分公开18件，不予公开14件。",
		"其中，市局收到政府信息公开申请100件，各分局26件。",
		"自2020年以来，累计收到政府信息公开申请900件。",
		"近五年，共受理政府信息公开申请700件。",
		"“十四五”期间，共收到政府信息公开申请700件。",
		"收到不属于本机关公开的申请15件，均已告知。",
		"提请市政府制定规章1件，制定行政规范性文件4件。",
		"因政府信息公开引发的行政复议7件，被纠正1件；行政诉讼6件，败诉0件。",
		"组织培训6次，参加培训12次，其中线上8次、线下10次。",
		"收到政府信息公开申请126件，占全市申请总量的5.2%。",
		"答复129件，其中予以公开类答复70件，占54.3%，不予公开类14件，占10.9%。",
		"做到申请件件有答复，全部办结无积压。",
		"没有收到公众对政府信息公开申请答复的投诉。",
		"2024年1—12月，共收到政府信息公开申请126件。",
		"2024年1月至12月，共收到政府信息公开申请126件。",
		"今年以来，共收到政府信息公开申请126件。",
		"收到依申请公开申请126件，已全部答复；上年结转8件，全部办结。",
		"新收政府信息公开申请126件，已办结121件，其余5件正在办理中。",
		"接收政府信息公开申请126宗，依法依规答复121宗。",
		"共收到群众依申请公开126件，其中邮寄申请50件，当面申请26件，网络申请50件，均已答复。",
		"本年度申请公开政府信息126件，比上年减少5件，其中自然人申请104件。",
		"全年通过“12345”平台办理群众诉求8000件，办结7900件。",
		"政府信息公开申请126件，经补正撤回3件，实际受理123件。",
		"政府信息公开申请126件，实际办理123件。",
		"收到政府信息公开申请126件，其中3件申请人主动撤回，办结123件。",
		"收到申请126件，受理110件，不予受理16件。",
		"予以公开70件（含部分公开18件），不予公开14件。",
		"不予公开14件、无法提供30件、不予处理9件，合计53件。",
		"本机关不掌握相关政府信息30件、信访举报投诉类9件。",
		"作出公开答复70件、不予公开答复14件、其他类答复45件。",
		"行政复议维持5件、纠正1件，行政诉讼维持3件。",
		"政府信息公开类行政复议7件、行政诉讼一审4件。",
		"因政府信息公开被申请行政复议7件，其中撤回申请2件；被提起行政诉讼4件（未经复议直接起诉）。",
		"复议后起诉的政府信息公开行政诉讼2件。",
		"县政府收到的政府信息公开行政复议申请12件。",
		"办理政府信息公开行政复议案件20件（作为复议机关）。",
		"清理行政规范性文件，废止2件、宣布失效3件、继续有效23件。",
		"废止规范性文件5件（其中宣布失效3件）。",
		"制定政策文件30件，其中行政规范性文件4件，废止行政规范性文件2件。",
		"编制《现行有效行政规范性文件目录》，收录文件60件。",
		"报送备案行政规范性文件4件，报备率100%。",
		"主动公开规章0件、行政规范性文件23件。",
		"发布信息500条，其中通过网站500条、微信300条、微博200条。",
		"信息500条，分别在网站发布300条、微信发布300条。",
		"收到意见建议12条，其中采纳8条、部分采纳3条、不采纳1条。",
		"举办培训3期，其中业务培训2期、法制培训1期，参训500人次，满意率98%。",
		"制作解读材料60篇，其中图片解读40篇、文字解读40篇，部分文件配有多种解读。",
		"网站访问量50万次，较上年增长10%。",
		"2024年收到政府信息公开申请126件，2023年110件，增长14.5%。",
		"申请人中，自然人占82.5%，法人和其他组织占17.5%。",
		"共收到126件，其中个人申请104件，占82%，企业22件，占18%。",
		"未收到复议、诉讼案件情况通报。",
		"无行政复议被撤销、行政诉讼败诉情况，政府信息公开工作未被责令整改。",
		"全年没有因未依法公开政府信息被提起的行政诉讼。",
		"结转下年度继续办理的5件，已于2025年1月全部办结。",
		"办结率、答复率均为100%。",
		"目前，全部申请均已受理并按时限答复，5件结转下年。",
	} {
		for _, f := range run(t, table+"text 一 \""+prose+"\"") {
			if f.Code[0] == 'N' && f.Severity != validate.Info {
				t.Errorf("%s\n\t%s: %s", prose, f.Rule, f.Message.ZH)
			}
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
