package claim_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"gouji/parser/claim"
)

// read gives the claims of a paragraph that are certain, in short: act, object
// when it is no application, the number; the year, the scope.
func read(text string) string {
	var list []string
	for _, c := range claim.Read(claim.Sentences([]claim.Paragraph{{Text: text, Section: 1}})) {
		if c.Sure() {
			list = append(list, brief(&c))
		}
	}
	return strings.Join(list, ", ")
}

func brief(c *claim.Claim) string {
	words := []string{string(c.Act)}
	if c.Object != claim.Application {
		words = append(words, string(c.Object))
	}
	switch q := c.Quantity; {
	case c.Kind != claim.Count:
		words = append(words, string(c.Kind))
	case q.To != 0:
		words = append(words, fmt.Sprintf("%v–%v", q.Value, q.To))
	case q.Slack > 0:
		words = append(words, fmt.Sprintf("%v±%v", q.Value, q.Slack))
	case q.Approximate:
		words = append(words, fmt.Sprintf("~%v", q.Value))
	default:
		words = append(words, fmt.Sprint(q.Value))
	}
	if c.Period.Year != 0 {
		words = append(words, fmt.Sprintf("in %d", c.Period.Year))
	}
	if c.Period.Part {
		words = append(words, "in a part of the year")
	}
	if c.Subject != "" {
		words = append(words, "by "+c.Subject)
	}
	if c.Scope != "" {
		words = append(words, "("+string(c.Scope)+")")
	}
	return strings.Join(words, " ")
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		// what came in
		"2024年共收到政府信息公开申请45件。":            "received 45 in 2024",
		"全年受理公民、法人和其他组织提出的政府信息公开申请5件。":    "received 5",
		"收到52件政府信息公开申请。":                  "received 52",
		"截至2023年12月31日，我局共受理并办结依申请公开件5件。": "received 5 in 2023",
		"（二）依申请公开情况。全年共收到申请5件。":           "received 5",
		"全年收到申请5件。":                       "",
		"收到政府信息公开申请三十二件。":                 "received 32",
		"收到政府信息公开申请12①件。":                 "received 12",
		"收到政府信息公开申请5²件。":                  "received 5",
		"收到政府信息公开申请：①20件为自然人申请。":          "",
		"收到政府信息公开申请４0余件。":                 "received ~40",
		"收到政府信息公开申请约40件。":                 "received ~40",
		"收到政府信息公开申请3至5件。":                 "received 3–5",
		"收到政府信息公开申请1.2万件。":                "received 12000±500",
		"全市受理依申请公开 1,045 件。":              "received 1045 (area)",
		"各县区共收到政府信息公开申请300件。":             "received 300 (elsewhere)",
		"市政府本级收到政府信息公开申请5件。":              "received 5 (own)",
		"截至10月，收到政府信息公开申请30件。":            "received 30 in a part of the year",
		"县自然资源局收到政府信息公开申请73件。":            "received 73 by 县自然资源局",
		"（二）依申请公开。结转2025年3件，2023年结转的6件。":  "carried out 3 in 2024, carried in 6 in 2024",
		"尚在办理的政府信息公开申请6件，结转下年度继续办理。":      "carried out 6",
		"信访积案上年结转3件，结转下年1件。":              "",
		// other words for an application, and a slip of the pen
		"收到要求公开信息的申请27件。":          "received 27",
		"我局受到政府信息申请3件。":            "received 3",
		"（二）依申请公开情况。全年接收到申请书55份。":  "received 55",
		"市民政局收到政府依申请公开31件。":        "received 31 by 市民政局",
		"接收到入学申请书55份。":             "",
		"一是2024年共受理政府信息公开申请59件。":   "received 59 in 2024",
		"3、2025年区水利局收到政府信息公开申请4件。": "received 4 in 2025 by 区水利局",
		"5、6月份收到政府信息公开申请4件。":       "received 4 in a part of the year",
		"2025年以来，收到政府信息公开申请4件。":    "received 4 in 2025",
		"2025年3月以来，收到政府信息公开申请4件。":  "received 4 in 2025 in a part of the year",
		"我局收到政府信息依申请公开办理事项1件。":     "received 1",
		// all ways, or one beside others
		"累计办理公民、法人或其他组织通过门户网站、邮寄等途径依申请公开信息合计12件。":   "handled 12",
		"通过门户网站、邮寄等渠道收到政府信息公开申请20件，当面收到政府信息公开申请5件。": "",
		"通过门户网站等渠道收到政府信息公开申请20件。":                   "",
		"受理公众针对征地补偿提出的政府信息公开申请5件。":                  "",
		"受理公众对规划许可提出的政府信息公开申请5件。":                   "",
		"2021年结转政府信息公开申请2件，已办结2件。":                  "carried in 2 in 2022, closed 2 in 2021",
		"因政府信息公开引发的行政复议5件维持、1件纠正。":                  "",
		"（二）依申请公开。行政复议5件维持，1件纠正。":                   "",
		"未收到公众对政府信息公开申请办理的批评。":                      "",
		// the office of a government by its name
		"区政府办公室共收到8份政府信息公开申请。":           "received 8 by 区政府办公室 (own)",
		"清源县人民政府办公室共收到政府信息公开申请8件。":       "received 8 by 清源县人民政府办公室 (own)",
		"区政府及区政府办公室共收到各类政府信息公开申请60件。":    "received 60 by 区政府办公室 (own)",
		"市政府办公厅代表市政府受理政府信息公开申请59件。":      "received 59 by 市政府办公厅 (own)",
		"抽查区政府办公室收到的政府信息公开申请8件，均规范。":     "received 8 by 抽查区政府办公室 (own)",
		"区政府办公室和各街道共收到政府信息公开申请80件，均已答复。": "received 80 (elsewhere)",
		// years of what is carried, or compared with, are not the year of the rest
		"收到政府信息公开申请10件，2021年结转2件，共办结10件，结转2023年度办理2件。":    "received 10, carried in 2 in 2022, closed 10, carried out 2 in 2022",
		"2023年收到政府信息公开申请22件，比2022年（31件）下降29%，答复22件。":      "received 22 in 2023, answered 22 in 2023",
		"2023年收到、结转至2024年作出答复的政府信息公开申请20件。":               "carried out 20 in 2023",
		"（二）依申请公开。办理85件，下年度继续办理81件。":                      "carried out 81",
		"（二）依申请公开。处理结果中，部分公开2件，因信息不存在的5件，结转至下一年度办理2件。":    "partly granted 2, carried out 2",
		"收到政府信息公开申请44件（其中：网上申请42件，现场申请0件），上年度结转0件，办结39件。": "received 44, carried in 0, closed 39",
		"政府信息公开申请网上提交42件，现场提交2件，上年度结转3件，办结39件。":           "",
		"政府信息公开申请网上提交42件，现场提交2件，合计44件，上年度结转3件，办结39件。":     "carried in 3, closed 39",
		"收到政府信息公开申请12件，另有2件按照《条例》规定顺延到下年度答复。":             "received 12, carried out 2",
		// spans of time
		"3至5月收到政府信息公开申请20件。":                  "received 20 in a part of the year",
		"一月至六月收到政府信息公开申请20件。":                 "received 20 in a part of the year",
		"2024年1至12月收到政府信息公开申请20件。":            "received 20 in 2024",
		"一月到十二月收到政府信息公开申请20件。":                "received 20",
		"2022—2024年收到政府信息公开申请60件。":            "received 60 in a part of the year",
		"2023年、2024年共收到政府信息公开申请60件。":          "received 60 in a part of the year",
		"2022年1月1日至2024年12月31日收到政府信息公开申请60件。": "received 60 in a part of the year",
		"2024年1月1日至2024年12月31日收到政府信息公开申请60件。": "received 60 in 2024",
		"春节期间收到政府信息公开申请2件。":                   "received 2 in a part of the year",
		"报告期间收到政府信息公开申请2件。":                   "received 2",
		// what is not all, or something else
		"案卷评查已答复的政府信息公开申请15件。":      "",
		"抽查我局收到的政府信息公开申请15件。":       "",
		"已办结的政府信息公开申请15件。":          "closed 15",
		"当日办结政府信息公开申请2件。":           "",
		"通过网络收到政府信息公开申请20件。":        "",
		"其中收到政府信息公开申请20件。":          "",
		"较2023年收到政府信息公开申请60件减少15件。": "",
		"受理信访投诉12件、建议提案8件。":         "",
		"未受理依申请公开1件。":               "",
		"收到公民提出的政府信息公开申请20件。":       "",
		// what became of it
		"收到政府信息公开申请66件（含上年结转2件），其中，予以公开3件，部分公开17件，不予公开5件，无法提供20件，不予处理10件，其他处理3件，结转下年度办理8件。": "received 66, carried in 2, granted 3, partly granted 17, denied 5, unavailable 20, not processed 10, other 3, carried out 8",
		"受理政府信息公开申请45件，答复44件，另有103件顺延到下年度答复。":                                               "received 45, answered 44, carried out 103",
		"收到政府信息公开申请45件，44件已办结，20件予以公开，1件不予公开。":                                              "received 45, closed 44, granted 20, denied 1",
		"收到政府信息公开申请45件，予以公开和部分公开40件。":                                                       "received 45, granted or partly granted 40",
		"收到政府信息公开申请45件，其中网上申请20件，予以公开15件。":                                                  "received 45",
		"办理人大建议5件，办结5件。":   "",
		"因本机关不掌握而无法提供21件。": "",
		"作出不予公开答复19件。":     "denied 19",
		"办理结果中，予以公开20件。":   "granted 20",
		"予以公开20件。":         "",
		"提前答复政府信息公开申请8件。":  "",
		"拟不予公开信息3条。":       "",
		"受理政府信息公开申请5件，“予以公开”3件，“不予公开”2件，“无法提供”0件。": "received 5, granted 3, denied 2, unavailable 0",
		"受理政府信息公开申请2件，经审查准予公开1件，不同意公开1件。":          "received 2, granted 1, denied 1",
		// outcomes without 申请 before them
		"在办结的申请中，不予公开41件。":              "denied 41",
		"对申请作出不予公开决定17件。":               "denied 17",
		"全年无法提供政府信息的有21件，不予处理的有9件。":     "unavailable 21, not processed 9",
		"从答复类型看，予以公开12件。":               "granted 12",
		"不予公开3件，均涉及第三方权益。":              "denied 3",
		"行政许可申请中，不予公开3件。":               "",
		"查阅档案申请中，不予公开3件。":               "",
		"审查公文80件，予以公开30件，不予公开50件。":      "",
		"行政处罚决定中，不予公开3件，均涉及第三方权益。":      "",
		"线上投诉中，不予处理3件。":                 "",
		"（三）政府信息管理。不予公开3件，均涉及第三方权益。":    "",
		"因本机关不掌握，我局对申请无法提供的有3件涉及规划。":    "",
		"收到的政府信息公开申请有3件涉及第三方。":          "",
		"收到的政府信息公开申请有3件，涉及第三方。":         "",
		"2022年度结转到本年度继续办理的政府信息公开申请有3件。": "carried in 3 in 2023",
		"收到申请人提交的政府信息公开申请9件。":           "received 9",
		"受理各类主体提出的政府信息公开申请9件。":          "received 9",
		"受理市场主体提出的政府信息公开申请9件。":          "",
		"新制定市政府规章2件。":                   "made regulation 2",
		"涉政府信息公开行政复议案件5件。":              "happened reconsideration 5",
		"因不服政府信息公开答复提起的行政诉讼2件。":         "happened litigation 2",
		// what came in, after words that nobody knows
		"某项检查发现收到政府信息公开申请15件。":             "",
		"一年来，经统计共收到政府信息公开申请9件。":            "received 9",
		"一年来共收到政府信息公开申请9件。":                "received 9",
		"市直医院收到政府信息公开申请5件。":                "",
		"在办的30件政府信息公开申请结转2025年办理。":         "carried out 30 in 2024",
		"督办的30件政府信息公开申请结转2025年办理。":         "carried out 30 in 2024 by 督办",
		"收到政府信息公开申请12件，分别为予以公开10件，不予公开2件。": "received 12, granted 10, denied 2",
		"政府信息公开申请由县局、分局分别予以公开10件，不予公开2件。":  "",
		// rows of table three by their labels
		"收到政府信息公开申请12件，因本机关不掌握相关政府信息无法提供3件，属于行政执法案卷1件。": "received 12, not held 3, enforcement file 1",
		"收到政府信息公开申请12件，其中1件属行政执法案卷信息，2件逾期不补正。":          "received 12, enforcement file 1, not corrected 2",
		"（二）依申请公开。办理结果中，没有现成信息2件，补正后申请内容仍不明确1件。":        "needs creation 2, still unclear 1",
		"收到政府信息公开申请12件，信访举报投诉类申请4件。":                    "received 12, petition 4",
		"收到政府信息公开申请12件，本机关不掌握相关政府信息3件，信息不存在1件。":         "received 12",
		"收到政府信息公开申请12件，信访举报投诉类4件，咨询类2件。":                "received 12",
		"收到政府信息公开申请12件，因本机关不掌握、没有现成信息无法提供4件。":           "received 12",
		"收到政府信息公开申请12件，因本机关不掌握等原因无法提供4件。":               "received 12",
		"收到政府信息公开申请12件，部分公开5件（其中本机关不掌握2件）。":             "received 12, partly granted 5",
		"评查行政执法案卷50件，办理信访举报投诉类50件。":                     "",
		"我分局受理政府信息公开申请2件。":                              "received 2",
		"全年新增政府信息公开申请2件，办复2件，承办1件依申请公开。":                "received 2, answered 2, handled 1",
		// outcomes of some
		"涉及征地的政府信息公开申请24件，予以公开10件，不予公开2件。":  "",
		"对涉及征地的24件政府信息公开申请，予以公开10件，不予公开2件。": "",
		"重新答复政府信息公开申请3件，予以公开2件，不予公开1件。":     "",
		"政府信息公开申请24件，予以公开10件，不予公开2件。":       "granted 10, denied 2",
		"在已办结的24件申请中，予以公开10件，不予公开2件。":       "granted 10, denied 2",
		// statements
		"政府信息公开申请全部在年内办结。":                         "closed all",
		"政府信息公开申请已悉数办结，年底无结转件。":                    "closed all, carried out none",
		"申请上年无结转件。":                                "",
		"没有上年结转的政府信息公开申请。":                         "carried in none",
		"没有上年结转未办结的政府信息公开申请。":                      "",
		"全年未收到政府信息公开申请。":                           "received none",
		"未收到涉及企业的公开申请。":                            "",
		"政府信息公开申请均已按时办结。":                          "closed all",
		"除结转外全部办结政府信息公开申请。":                        "",
		"国庆假期里未收到政府信息公开申请。":                        "",
		"公办幼儿园未收到政府信息公开申请。":                        "",
		"有3个县（市、区）未收到政府信息公开申请。":                    "",
		"未收到以口头方式提出的政府信息公开申请。":                     "",
		"未收到企业提出的政府信息公开申请。":                        "",
		"未收到任何企业和个人提出的政府信息公开申请。":                   "received none",
		"（二）依申请公开。未收到申请人提出的依申请公开。":                 "received none",
		"（二）依申请公开。申请已全部按期限答复办结。":                   "closed all",
		"无上年结转政府信息公开申请，也无因政府信息公开申请行政复议、提起行政诉讼的案件。": "carried in none, happened reconsideration none, happened litigation none",
		"信访积案无上年结转申请，无结转下年投诉件。":                    "",
		"未出现因政府信息公开工作被申请行政复议的情况。":                  "happened reconsideration none",
		"收到政府信息公开申请12件，逾期未补正1件。":                   "received 12, not corrected 1",
		"未收到和处理政府信息公开申请。":                          "received none",
		"未收到公众、法人或其他组织对政府信息公开的申请。":                 "received none",
		"未收到法人或其他组织对政府信息公开的申请。":                    "",
		"（二）依法申请公开情况。收到申请3件。":                      "received 3",
		"收到政府信息依申请公开1件次。":                          "received 1",
		"未收到针对我局政府信息公开工作的行政复议、诉讼和申诉等。":             "happened reconsideration none, happened litigation none",
		"没有因政府信息公开提起行政诉讼和行政申诉的情况发生。":               "happened litigation none",
		"未收到任何形式的政府信息公开申请。":                        "received none",
		"未收到任何以来电、网络、来信等方式提出的政府信息公开申请。":            "received none",
		"未收到任何电话形式的政府信息公开申请。":                      "",
		"（二）依申请公开。收到申请8件。无下年度结转。":                  "received 8, carried out none",
		"收到政府信息公开申请3件，未有结转下年度继续办理。":                "received 3, carried out none",
		"（二）依申请公开。收到工单5件，均已办结。":                    "",
		"经统计，我局全年未收到政府信息公开申请。":                     "received none",
		"政府信息公开申请数量为0。":                            "received none",
		"政府信息公开申请数量为0.5。":                          "",
		"落实政府信息公开申请全部办结的要求。":                       "",
		"还有2件在办，政府信息公开申请均已办结。":                     "",
		"未收到政府信息公开行政复议机关的意见。":                      "",
		"连续三年未发生政府信息公开行政诉讼。":                       "happened litigation none",
		"未发生一起因政府信息公开引发的行政复议。":                     "happened reconsideration none",
		"未发生政府信息公开方面的投诉、举报、行政诉讼。":                  "happened litigation none",
		"有2个镇（街道）未发生政府信息公开行政诉讼。":                   "",
		"信息中心大楼里未发生政府信息公开行政诉讼。":                    "",
		"未发生因未公开政府信息引发的行政诉讼。":                      "",
		"收到的公开申请无结转下年。":                            "carried out none",
		"未发生因政府信息公开引起的行政复议。":                       "happened reconsideration none",
		"未发生因政府信息公开行政诉讼败诉。":                        "",
		"无因政府信息产生行政复议，提起行政诉讼情况发生。":                 "happened reconsideration none, happened litigation none",
		"未发生因政府信息申请引起的行政复议和行政诉讼。":                  "happened reconsideration none, happened litigation none",
		"未发生因政府信息公开导致的行政复议及行政诉讼。":                  "happened reconsideration none, happened litigation none",
		"（二）依申请公开。本年度无行政复议、行政诉讼情况。":                "happened reconsideration none, happened litigation none",
		"（二）政务服务。本年度无行政复议、行政诉讼情况。":                 "",
		"5、政府信息公开行政复议、行政诉讼情况。我局未收到公开行政复议、行政诉讼的情况。": "happened reconsideration none, happened litigation none",
		"全年未因政府信息公开申请引起行政争议。":                      "happened reconsideration none, happened litigation none",
		"（二）依申请公开。申请均及时答复，未引起行政诉讼和行政复议。":           "happened reconsideration none, happened litigation none",
		"上年结转政府信息公开申请1件，结转下年度继续办理2件，共办结20件。":       "carried in 1, carried out 2, closed 20",
		"上年结转政府信息公开申请5件，办结3件，予以公开1件，不予公开2件。":       "carried in 5",
		// documents
		"制发行政规范性文件5件，废止1件，现行有效25件。": "made normative document 5, repealed normative document 1, in force normative document 25",
		"全年制定规章2件。":                "made regulation 2",
		"公开政策性文件11件，印发文件20件，废止3件。": "",
		// cases
		"因政府信息公开被申请行政复议8件、被提起行政诉讼3件。":                    "happened reconsideration 8, happened litigation 3",
		"办理行政复议案件20件。":                                   "",
		"因信息公开引发行政争议11件，其中，行政复议7件，结果维持6件；行政诉讼4件，结果维持2件。": "happened reconsideration 7, happened litigation 4",
		"因信息公开引发行政争议11件，其中行政复议7件、行政诉讼4件。":                "happened reconsideration 7, happened litigation 4",
		"因政府信息公开被申请行政复议7件，纠正1件；行政诉讼4件。":                  "happened reconsideration 7, happened litigation 4",
		"因政府信息公开被申请行政复议7件；行政诉讼一审4件。":                     "happened reconsideration 7",
		"（二）依申请公开。行政复议7件、行政诉讼4件。":                        "happened reconsideration 7, happened litigation 4",
		"（三）法治建设。行政复议7件、行政诉讼4件。":                         "",
		"因政府信息公开工作被申请行政复议或提起行政诉讼的案件中，行政复议7件，均维持；行政诉讼4件。": "happened reconsideration 7, happened litigation 4",
		"办理行政复议7件；行政诉讼4件。":                               "",
		"提案办理结果答复7件、留言办理结果答复2件。":                         "",
		"全年确定继续有效的行政规范性文件33件。":                           "",
		"公开申请12件，涉及14项内容，不予公开2项。":                        "",
		"答复公开申请12件，按请求拆分为15件登记。":                         "",
		"公开申请21件，属于主动公开范围1件，予以公开15件。":                    "",
		"公开申请21件，已主动公开并告知1件，予以公开15件。":                    "",
		"审理政府信息公开行政复议20件。":                               "",
		"近五年收到政府信息公开申请700件。":                             "received 700 in a part of the year",
		"其中，市局收到政府信息公开申请100件。":                           "",
		"废止规范性文件5件，其中宣布失效3件。":                            "",
		"政府信息公开行政诉讼2件未经复议直接起诉。":                          "",
	} {
		assert.Equal(t, want, read(text), text)
	}
}

func TestParts(t *testing.T) {
	for text, want := range map[string]string{
		"共发布60条，其中网站40条、微信20条。":       "60 = 40 + 20",
		"发布会12场，分别为春运5场、安全生产7场。":      "12 = 5 + 7 and no more",
		"共60条（其中网站40条、微信20条）。":        "60 = 40 + 20",
		"专区23个，其中县级1个、村（社区）8个。":       "23 = 1 + 8",
		"共60条，其中网站40条（含转载30条）、微信20条。": "60 = 40 + 20",
		"共2.1万条，其中动态1.6万条、公开0.9万条。":   "21000 = 16000 + 9000",
		"共60条，其中网站40条、微信20条等。":        "",
		"共60条，其中首页推送50条，当日发布40条。":     "",
		"共60条，其中网站40条、微信40条，部分同时发布。":  "",
		"共60条，其中网站40条、比上年增加30条。":      "",
		"采购12个、3650万元，其中养护6个、更新9个。":   "",
		"共60条，其中通过网站发布40条、通过微信发布40条。": "",
		"网站、微信分别发布40条、20条。":           "",
	} {
		got := ""
		for _, c := range claim.Read(claim.Sentences([]claim.Paragraph{{Text: text}})) {
			var parts []string
			for _, p := range c.Parts {
				parts = append(parts, fmt.Sprint(p.Quantity.Value))
			}
			if len(parts) > 0 {
				got = fmt.Sprintf("%v = %s", c.Quantity.Value, strings.Join(parts, " + "))
			}
			if c.Complete {
				got += " and no more"
			}
		}
		assert.Equal(t, want, got, text)
	}
}

func TestSharesAndChanges(t *testing.T) {
	for text, want := range map[string]string{
		"检查栏目40个，发现问题6个，占15%。":            "share 15 of 6",
		"收到申请3件，办结3件，办结率90%。":             "share 90 of 3",
		"收到申请3件，按时办结3件，按时办结率90%。":         "share 90 of 3 in time",
		"发现问题6个，占同类问题的15%。":               "",
		"办理申请80件，其中予以公开占60%、不予公开占9.5%。":   "",
		"新收政府信息公开申请120件，同比增长20.5%。":       "change 20.5 of 120",
		"政府信息公开行政复议6件，比上年减少2件。":           "change -2 of 6",
		"新收政府信息公开申请120件，较上年增加20件，增长20%。":  "change 20 of 120, change 20 of 120",
		"新收政府信息公开申请120件，与2021年相比增长20%。":   "change 20 of 120 since 2021",
		"新收政府信息公开申请120件，环比增长20%。":         "",
		"访问量同比增长20%。":                     "",
		"新收政府信息公开申请120件，网上提交比例同比提高6个百分点。": "",
	} {
		var got []string
		for _, c := range claim.Read(claim.Sentences([]claim.Paragraph{{Text: text}})) {
			if c.Kind == claim.Count || !c.Sure() {
				continue
			}
			list := fmt.Sprintf("%s %v of %v", c.Kind, c.Quantity.Value, c.Of.Quantity.Value)
			if c.Timely {
				list += " in time"
			}
			if c.Base != 0 {
				list += fmt.Sprint(" since ", c.Base)
			}
			got = append(got, list)
		}
		assert.Equal(t, want, strings.Join(got, ", "), text)
	}
}

func TestEveryNumberOfPiecesIsAClaim(t *testing.T) {
	claims := claim.Read(claim.Sentences([]claim.Paragraph{{Text: "受理信访件120件，举办培训两次，收到公开申请3件。第三项任务。"}}))
	var list []string
	for _, c := range claims {
		list = append(list, c.Text+" "+c.Doubt)
		assert.Equal(t, c.Text, c.Sentence.Text[c.From:c.To])
	}
	assert.Equal(t, []string{"120件 不知道数的是什么", "两次 不知道数的是什么", "收到公开申请3件 "}, list)
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"共收到申请一百零五件（含上年结转2件），其中予以公开3件", "未收到政府信息公开申请,", "截至12月底，约1.2万余条以上", "第三项9999999999999999999999件"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range claim.Read(claim.Sentences([]claim.Paragraph{{Text: text}})) {
			if c.Sentence.Text[c.From:c.To] != c.Text {
				t.Errorf("%q does not stand where it should in %q", c.Text, c.Sentence.Text)
			}
			if utf8.ValidString(text) && !utf8.ValidString(c.Text) {
				t.Errorf("%q cuts a character", c.Text)
			}
		}
	})
}
