package validate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gouji/parser/form"
	"gouji/validate/register"
)

// overviewRules are the rules about what section one must speak of.
var overviewRules = []*Rule{overviewTopics, overviewAssessment, overviewLength}

// overviewForm are the topics that the form names, in the words reports use for
// them: a small organ says 信息审核 and 公众号 where the form has 政府信息管理 and
// 平台建设. A topic is missing only where not a word of the text is about it.
var overviewForm = []officialTopic{
	{"disclosure", topic("主动公开", "公开 发布")},
	{"applications", topic("依申请公开", "申请")},
	{"management of information", topic("政府信息管理", "信息管理 管理制度 审核 审查 审签 审批 三审 多审 把关 保密 公文属性 公开属性 源头 "+
		"规范性文件 目录 指南 清理 清单 动态调整 动态管理 归档 台账 更新 内容管理 内容建设 内容保障 流程 程序")},
	{"platforms", topic("政府信息公开平台建设", "平台 网站 门户 新媒体 公众号 微信 微博 抖音 客户端 专栏 栏目 公报 公示栏 公告栏 公开栏 专区 查阅 渠道 载体")},
	supervision,
}

var supervision = officialTopic{"supervision and support", topic("监督保障", "监督 考核 考评 培训 问责 追究 追责 评议 评估 督查 督导 督促 督办 抽查 检查 自查 整改 "+
	"领导小组 组织领导 组织保障 分管 专人 责任人 责任分工 责任落实 责任到人 业务学习 队伍 工作机制 保障机制 保障措施 保障制度 制度保障")}

// officialTopic is a topic that the form or the Regulations name.
type officialTopic struct {
	english string
	Topic
}

func (t *officialTopic) text() Text { return Text{t.Name, t.english} }

// topic has its words in one text, spaces between them.
func topic(name, words string) Topic { return Topic{name, strings.Fields(words)} }

var overviewTopics = &Rule{
	ID: "overview-topics", Code: "S24", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"总体情况缺少应写的方面", "Section one leaves out a topic"},
	Ground: form2021("第一部分：主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障"),
	Formula: Text{"第一部分写到五个方面（小标题或任何有关的话都算）",
		"section one speaks of the five topics, under a heading or in any words"},
	Why: Text{"“一、总体情况”应写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，没有找到有关其中某一方面的任何文字。",
		"Section one should speak of disclosure, applications, management of information, platforms and supervision. Not a word about one of them was found."},
	Mend:    Text{"补写缺少的方面；没有发生的事项也写明没有。", "Add the topic; where nothing happened, say so."},
	Follows: []string{"section-missing"},
	Check:   checkOverviewTopics,
}

func checkOverviewTopics(r *Subject) []Finding {
	text, ok := overview(r)
	if !ok {
		return nil
	}
	missing := topicsMissing(text, overviewForm)
	for _, t := range r.options.Topics {
		if !t.in(text) {
			missing = append(missing, Text{t.Name, t.Name})
		}
	}
	if len(missing) == 0 {
		return nil
	}
	names := both(missing, enumeration)
	return []Finding{{section: 1, Where: r.Section(1).Where, Message: Text{
		"“一、总体情况”没有写" + names.ZH, "Section one does not speak of " + names.EN}}}
}

func topicsMissing(text string, topics []officialTopic) []Text {
	var missing []Text
	for _, t := range topics {
		if !t.in(text) {
			missing = append(missing, t.text())
		}
	}
	return missing
}

// in reports whether a text, flat, speaks of the topic.
func (t *Topic) in(text string) bool {
	return slices.ContainsFunc(t.Words, func(word string) bool { return strings.Contains(text, word) })
}

// overview is the text of section one, flat, where the form in force asks for
// it and all of it is known.
func overview(r *Subject) (text string, ok bool) {
	right := formForYear(r)
	if right == nil || right.Edition != form.Edition2021 || r.whole(1) == nil {
		return "", false
	}
	return sectionText(r, 1), true
}

// sectionText is all that stands in a section, flat, sentence by sentence: a
// heading that is printed twice, above the text and in a table of contents, has
// its text at one of them.
func sectionText(r *Subject, number int) string {
	return sentencesWhere(r, func(section int) bool { return section == number })
}

// sentencesWhere joins the sentences of the sections asked for.
func sentencesWhere(r *Subject, wanted func(section int) bool) string {
	var b strings.Builder
	for _, s := range r.prose {
		if wanted(s.Section) {
			b.WriteString(s.Text)
			b.WriteString("。")
		}
	}
	return b.String()
}

var overviewAssessment = &Rule{
	ID: "overview-assessment", Code: "S25", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"政府的报告缺少考核、评议、追责情况", "A government's report leaves out assessment, public review or accountability"},
	Ground:  regulation("第五十条第四项"),
	Applies: Text{"县级以上人民政府的报告", "reports of people's governments from county level up"},
	Formula: Text{"正文写到工作考核、社会评议、责任追究结果",
		"the text speaks of assessment, public review and accountability"},
	Why: Text{"各级人民政府的年度报告还应包括工作考核、社会评议和责任追究结果情况，通常写在“监督保障”里。没有找到有关的文字。",
		"The report of a government also tells how the work was assessed, reviewed by the public, and who was held responsible, usually under 监督保障. Nothing about it was found."},
	Mend:  Text{"在“监督保障”中写明考核、评议、追责的情况；没有追责情形的也写明。", "Say so under 监督保障, also when nobody was held responsible."},
	Check: checkOverviewAssessment,
}

// assessments are what the Regulations ask of governments beside the rest.
var assessments = []officialTopic{
	{"assessment", topic("工作考核", "考核 考评 评估 绩效 测评")},
	{"public review", topic("社会评议", "评议 评价 满意 测评 问卷 社会监督 监督员 公众监督 第三方")},
	{"accountability", topic("责任追究", "追究 追责 问责 约谈 通报批评 责任倒查")},
}

func checkOverviewAssessment(r *Subject) []Finding {
	text, ok := overview(r)
	if !ok || !isGovernment(r) || !supervision.in(text) {
		return nil // that nothing stands there about supervision is told by overview-topics
	}
	for _, section := range []int{5, 6} {
		text += sectionText(r, section)
	}
	missing := topicsMissing(text, assessments)
	if len(missing) == 0 {
		return nil
	}
	names := both(missing, enumeration)
	return []Finding{{Where: r.Section(1).Where, Message: Text{
		fmt.Sprintf("%s的报告没有写%s情况", r.Organ, names.ZH),
		fmt.Sprintf("The report of %s does not speak of %s", r.Organ, names.EN)}}}
}

// countyGovernment is a name that only a people's government from county level
// up can have.
var countyGovernment = regexp.MustCompile(`[省市县区旗州盟]人民政府$`)

// isGovernment tells by the register or else by the name, where it leaves no doubt.
func isGovernment(r *Subject) bool {
	if r.Unit != nil && r.Unit.Kind != "" {
		return r.Unit.Kind == register.Government
	}
	return countyGovernment.MatchString(r.Organ) && !strings.Contains(r.Organ, "开发区")
}

var overviewLength = &Rule{
	ID: "overview-length", Code: "S28", Severity: Info, Since: "0.2",
	Words:   true,
	Title:   Text{"总体情况超过规定的字数", "Section one is longer than the office allows"},
	Ground:  practice("地方规定的第一部分字数"),
	Applies: Text{"主管部门规定了字数的报告", "where the office sets a length"},
	Formula: Text{"第一部分的字数不超过规定", "characters of section one within the limit"},
	Why: Text{"有的地方规定了“一、总体情况”的字数，全国没有统一规定。",
		"Some places limit the length of section one; the national format does not."},
	Mend:   Text{"压缩第一部分的文字。", "Shorten section one."},
	Limits: []*Limit{overviewLimit},
	Check:  checkOverviewLength,
}

var overviewLimit = &Limit{
	Name: "overview-length", Unit: "characters", Value: 0,
	Why: Text{"0为不限：全国没有字数规定，只有主管部门规定了才核对（如1000字）",
		"0 is no limit: there is no national one; an office that has one sets it, such as 1000"},
}

func checkOverviewLength(r *Subject) []Finding {
	limit := r.limit(overviewLimit)
	if limit <= 0 || r.whole(1) == nil {
		return nil
	}
	length := 0.0
	for _, p := range r.whole(1).Passages {
		length += float64(utf8.RuneCountInString(oneLine(p.Text)))
	}
	if length <= limit {
		return nil
	}
	return []Finding{{Where: r.Section(1).Where, Got: &length, Want: &limit, Message: Text{
		fmt.Sprintf("“一、总体情况”有%s字，规定不超过%s字", Number(length), Number(limit)),
		fmt.Sprintf("Section one has %s characters; the limit is %s", Number(length), Number(limit))}}}
}
