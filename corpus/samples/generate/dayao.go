package main

import (
	"time"

	"gouji/parser/form"
)

// dayao composes the one sample with a real report behind it: the 2022 report
// of a county bureau, filed on the form that had gone out of use the year
// before. Title, outline, facts and figures are the bureau's; the prose is
// ours. In the text copy that we have, each row of table three has six zeros
// under seven heads; the seventh, their sum, is taken for 0 too.
func dayao(s *Sample) *Report {
	r := &Report{Organ: s.Organ, Year: s.Year, Form: s.Form, Tables: tablesOf(s), Wants: s.Wants,
		Title: []string{s.Organ + " 2022 年", "政府信息公开工作年度报告"}}
	r.Figures = map[string]Printed{}
	for _, cell := range form.Of(s.Form).Cells() {
		r.Figures[cell.ID] = number(0)
	}
	r.Preface = []string{"按照《中华人民共和国政府信息公开条例》（国务院令第 711 号，下称《条例》）的规定，我局写成本年度报告，全文共六个部分，先后次序同统一格式。"}
	prose := map[int][]Paragraph{1: dayaoOverview, 5: dayaoProblems,
		6: {{Text: "我局 2022 年没有收过政府信息公开信息处理费。"}}}
	for _, section := range form.Of(s.Form).Sections {
		part := Part{Number: section.Number, Title: section.Title, Prose: prose[section.Number]}
		if section.Number >= 2 && section.Number <= 4 {
			part.Table = r.Tables[section.Number-2].Key
		}
		r.Parts = append(r.Parts, part)
	}
	r.sign(time.Date(2022, time.December, 31, 0, 0, 0, 0, time.UTC))
	return r
}

var dayaoOverview = []Paragraph{
	{true, "（一）主动公开情况"},
	{false, "2022 年，我局在县委、县政府领导和县政府办公室指导下做公开工作，依据是《条例》和县里的主动公开制度。一年里共主动公开信息 63 条，其中工作动态最多，有 35 条；政协委员提案 13 条，人大代表建议 4 条；行政执法和重大建设项目各 3 条，组织机构和财政各 2 条，另有全清单 1 条。被上级部门和媒体采用的有 19 条，读者比上年多。"},
	{true, "（二）依申请公开情况"},
	{false, "申请由局办公室受理，当面、来信、传真和网上提交都可以，流程已经写明并公布。2022 年我局未收到政府信息公开申请。"},
	{true, "（三）政府信息管理情况"},
	{false, "一是调整了信息公开领导小组，主要领导负总责，副局长分管，办公室有专人经办；二是修订主动公开、依申请公开、审核、追责几项制度；三是信息发布前逐级审签，政治、法律、政策、保密、文字五道关都过了才上网；四是以群众关心的权、钱、人、事为重点领域。"},
	{true, "（四）政府信息公开平台建设"},
	{false, "政府门户网站是我局的主要平台，开有公开指南、公开制度等栏目，权威信息第一时间在那里发布并加以说明。"},
	{true, "（五）监督保障"},
	{false, "一是领导小组对公开情况既有定期检查，也有随机抽查，干部和群众都可以提出意见；二是办公室定期通报重点工作、重大事项和重大决策的公开进度。"},
}

var dayaoProblems = []Paragraph{
	{true, "（一）存在主要问题"},
	{false, "与上年相比有进步，但还有两点不足：一是信息的质量和发布速度还要提高；二是工作方法创新不够，部门之间协同公开、共享政务信息有困难。"},
	{true, "（二）下步工作改进措施"},
	{false, "一是多办宣传和培训，经办人熟悉制度和流程，群众知道到哪里查、怎样查；二是完善长效机制，把审查和发布的制度定得更细，公开工作按制度持续做下去；三是加强政务新媒体的日常管理，任务有人派，结果有人查。"},
}
