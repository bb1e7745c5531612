package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"time"

	"gouji/parser/form"
)

// write composes the prose around the tables. What it says of the figures
// agrees with them, but for what Says holds.
func (r *Report) write(s *Sample, random *rand.Rand) {
	r.Period = or(s.PeriodYear, s.Year)
	r.Preface = []string{r.preface(s, random)}
	for _, section := range form.Of(s.Form).Sections {
		if slices.Contains(s.Omits, section.Number) {
			continue
		}
		part := Part{Number: section.Number, Title: section.Title, Prose: r.section(section.Number, random)}
		if s.Style.Brief {
			part.Prose = brief(part.Prose)
		}
		for _, t := range r.Tables {
			if t.Section == section.Number {
				part.Table = t.Key
			}
		}
		r.Parts = append(r.Parts, part)
	}
	r.Tables = slices.DeleteFunc(r.Tables, func(t *form.Table) bool { return slices.Contains(s.Omits, t.Section) })
	r.sign(time.Date(r.Year+1, time.January, 8+random.IntN(20), 0, 0, 0, 0, time.UTC))
}

// brief keeps of a section's prose the sentence about the applications, else its first.
func brief(prose []Paragraph) []Paragraph {
	prose = slices.DeleteFunc(prose, func(p Paragraph) bool { return p.Heading })
	if about := slices.IndexFunc(prose, func(p Paragraph) bool { return strings.Contains(p.Text, "申请") }); about >= 0 {
		return prose[about : about+1]
	}
	return prose[:min(1, len(prose))]
}

func (r *Report) sign(date time.Time) {
	r.Date = date
	r.Signature = []string{r.Organ, date.Format("2006年1月2日")}
}

func (r *Report) preface(s *Sample, random *rand.Rand) string {
	return pick(random,
		"根据《中华人民共和国政府信息公开条例》（国务院令第711号）和%[1]s的要求，%[2]s编写了本报告，内容分六个方面。所列数据起止时间为%[3]d年1月1日至%[3]d年12月31日。读者如有疑问，可与%[2]s办公室联系。",
		"现公布%[2]s政府信息公开工作年度报告。报告依照《中华人民共和国政府信息公开条例》第五十条及%[1]s规定的格式写成，统计期限自%[3]d年1月1日起至%[3]d年12月31日止，电子版可在本机关网站查阅。",
	)(form.Of(s.Form).Notice, r.Organ, r.Period)
}

// section returns the prose of an official section; those of the tables have none.
func (r *Report) section(number int, random *rand.Rand) []Paragraph {
	switch number {
	case 1:
		return r.overview(random)
	case 5:
		return problems(random)
	case 6:
		return []Paragraph{{Text: pick(random,
			"本机关%d年没有收取过信息处理费，别无需要报告的事项。",
			"%d年，本机关依申请提供政府信息均未收费，信息处理费收入为零。")(r.Year)}}
	}
	return nil
}

func (r *Report) overview(random *rand.Rand) []Paragraph {
	return []Paragraph{
		{true, "（一）主动公开"}, {false, r.disclosed(random)},
		{true, "（二）依申请公开"}, {false, r.received(random) + r.disputed(random)},
		{true, "（三）政府信息管理"}, {false, pick(random,
			"文件起草时即标明公开属性，拟不公开的须写明理由并经分管负责人签字；上网前由科室、办公室先后核对，过期和失效的文件按月清点下架。",
			"本机关逐件登记所制作的文件，注明是否公开和保存位置，年底对照目录盘点一遍，凡已废止的都在网页上加注。")()},
		{true, "（四）政府信息公开平台建设"}, {false, pick(random,
			"网站公开专栏重新分类，检索入口移到首页显眼处，手机打开时表格不再错位；办事大厅另设一处查阅点，备有电脑和打印机。",
			"公开专栏由专人维护，每周检查链接一次，发现打不开的页面当天修复；政务新媒体账号与专栏同步更新。")()},
		{true, "（五）监督保障"}, {false, pick(random,
			"由办公室牵头，每季度抽查一次各科室的公开情况，结果在内部会议上讲评；全年办班两期，新到岗的人员都参加了学习。年内没有因公开工作被追究责任的情形。",
			"公开工作列入科室年终评分。对群众在网上留下的意见逐条回复，并请服务对象打分，评价多为满意，本年未发生责任追究。")() + r.assessed()},
	}
}

// assessed is what a government tells besides.
func (r *Report) assessed() string {
	for _, government := range []string{"县人民政府", "市人民政府", "区人民政府"} {
		if strings.HasSuffix(r.Organ, government) {
			return "对各部门的公开工作已作年度考核，并请人大代表和群众代表参加评议。"
		}
	}
	return ""
}

func (r *Report) disclosed(random *rand.Rand) string {
	return pick(random,
		"围绕群众常办、常问的事项公开信息，全年在网站上发布各类消息%d条，配发图文解读%d篇，重要文件在印发后五个工作日内上网。",
		"把预算决算、项目审批和民生补贴作为公开重点，共更新栏目%d个，其中新开设%d个，公众点击量比往年有所上升。",
	)(120+random.IntN(600), 3+random.IntN(20))
}

// received tells what became of the applications, from the total column.
func (r *Report) received(random *rand.Rand) string {
	total := func(row string) string { return plain(r.value(form.ID(form.Applications, row, "total"))) }
	if r.value("applications.new.total") == 0 && r.value("applications.carried_in.total") == 0 {
		return pick(random, "全年未收到政府信息公开申请。", "本年度未收到政府信息公开申请，受理渠道保持畅通。")()
	}
	return pick(random,
		"全年新收政府信息公开申请%[1]s件，上年结转%[2]s件，办结%[3]s件，结转下年度继续办理%[4]s件。",
		"本年新收到政府信息公开申请%[1]s件，另有上年结转%[2]s件；到年底办结%[3]s件，结转下年度%[4]s件。",
	)(total("new"), total("carried_in"), total("total"), total("carried_out"))
}

// disputed tells of reviews and suits, from the totals of table four.
func (r *Report) disputed(random *rand.Rand) string {
	total := func(group string) float64 { return r.value(form.ID(form.Remedies, group, "total")) }
	reviews := total("reconsideration")
	suits := total("litigation_direct") + total("litigation_after_reconsideration")
	if reviews+suits == 0 {
		return pick(random, "没有因政府信息公开引起的行政复议和行政诉讼。", "未发生涉及政府信息公开的行政复议、行政诉讼。")()
	}
	return pick(random, "因政府信息公开被申请行政复议%s件、被提起行政诉讼%s件。")(plain(reviews), plain(suits))
}

func problems(random *rand.Rand) []Paragraph {
	return []Paragraph{
		{false, pick(random,
			"存在的主要问题：个别科室公开不够及时，文件印发后要经催促才上网；解读材料偏重照录原文，图表少，群众看不懂的地方还不少。",
			"存在的主要问题：答复书的说理比较简略，对申请人的疑问解释不透；专栏里新旧文件混排，查找费时。")()},
		{false, pick(random,
			"改进情况：一是把上网期限写进公文流程，逾期自动提醒；二是请业务骨干参与撰写解读，多用问答和示意图；三是每半年听取一次读者意见。",
			"改进情况：一是编写常见答复的范例并组织讨论；二是按主题和年份重排专栏，补上检索功能；三是与上级主管部门对接，派人跟班学习。")()},
	}
}

// pick draws one of the wordings; it is filled in like fmt.Sprintf.
func pick(random *rand.Rand, wordings ...string) func(...any) string {
	wording := wordings[random.IntN(len(wordings))]
	return func(args ...any) string {
		if !strings.Contains(wording, "%") {
			return wording
		}
		return fmt.Sprintf(wording, args...)
	}
}

// plain prints a figure with no more digits than it has.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
