package form

// What both editions have in common: the six headings, the columns of table
// three and most of its rows, and table four.

var sections = []Section{
	{Number: 1, Title: "总体情况", Variants: []string{"政务公开总体情况", "政府信息公开总体情况", "总体工作情况"}},
	{Number: 2, Title: "主动公开政府信息情况", Variants: []string{"政府信息主动公开情况", "行政机关主动公开政府信息情况", "主动公开政府信息的情况"}},
	{Number: 3, Title: "收到和处理政府信息公开申请情况", Variants: []string{"行政机关收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"}},
	{Number: 4, Title: "政府信息公开行政复议、行政诉讼情况", Variants: []string{
		"政府信息公开行政复议行政诉讼情况", "政府信息公开行政复议及行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
		"因政府信息公开工作被申请行政复议、提起行政诉讼情况"}},
	{Number: 5, Title: "存在的主要问题及改进情况", Variants: []string{
		"政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况", "存在的问题及改进情况", "主要问题及改进措施",
		"存在的主要问题及改进措施", "存在的主要问题和改进情况", "下一步工作打算"}},
	{Number: 6, Title: "其他需要报告的事项", Variants: []string{"其他事项", "其他需要报告事项", "其他报告事项", "需要报告的其他事项"}},
}

const (
	item1 = "第二十条第（一）项" // 规章、规范性文件
	item5 = "第二十条第（五）项" // 行政许可和其他对外管理服务事项
	item6 = "第二十条第（六）项" // 行政处罚、行政强制
	item8 = "第二十条第（八）项" // 行政事业性收费
	item9 = "第二十条第（九）项" // 政府集中采购

	itemContent = "信息内容"
)

const applicationsNote = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

var (
	applicant    = []string{"申请人情况"}
	organisation = []string{"申请人情况", "法人或其他组织"}
)

var applicantColumns = []Column{
	{Key: "natural_person", Label: "自然人", Under: applicant},
	{Key: "business", Label: "商业企业", Under: organisation},
	{Key: "research", Label: "科研机构", Under: organisation},
	{Key: "public_interest", Label: "社会公益组织", Under: organisation},
	{Key: "legal_service", Label: "法律服务机构", Under: organisation},
	{Key: "other", Label: "其他", Under: organisation, Variants: []string{"其他组织"}},
	{Key: "total", Label: "总计", Under: applicant, Variants: []string{"合计"}},
}

const outcome = "三、本年度办理结果"

var (
	under       = []string{outcome}
	denied      = []string{outcome, "（三）不予公开"}
	unavailable = []string{outcome, "（四）无法提供"}
	unprocessed = []string{outcome, "（五）不予处理"}
	other       = []string{outcome, "（六）其他处理"}
)

// rowsToNotProcessed are the rows of table three from 一、 to （五）5.
var rowsToNotProcessed = []Row{
	{Key: "new", Label: "一、本年新收政府信息公开申请数量"},
	{Key: "carried_in", Label: "二、上年结转政府信息公开申请数量"},
	{Key: "granted", Under: under, Label: "（一）予以公开"},
	{Key: "partly_granted", Under: under, Label: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
		Variants: []string{"（二）部分公开（区分处理的，只计这一情况，不计其他情形）", "（二）部分公开"}},
	{Key: "denied.state_secret", Under: denied, Label: "1.属于国家秘密"},
	{Key: "denied.law_prohibits", Under: denied, Label: "2.其他法律行政法规禁止公开"},
	{Key: "denied.endangers_security", Under: denied, Label: "3.危及“三安全一稳定”"},
	{Key: "denied.third_party", Under: denied, Label: "4.保护第三方合法权益"},
	{Key: "denied.internal_affairs", Under: denied, Label: "5.属于三类内部事务信息"},
	{Key: "denied.process_information", Under: denied, Label: "6.属于四类过程性信息"},
	{Key: "denied.enforcement_file", Under: denied, Label: "7.属于行政执法案卷"},
	{Key: "denied.administrative_inquiry", Under: denied, Label: "8.属于行政查询事项"},
	{Key: "unavailable.not_held", Under: unavailable, Label: "1.本机关不掌握相关政府信息"},
	{Key: "unavailable.needs_creation", Under: unavailable, Label: "2.没有现成信息需要另行制作"},
	{Key: "unavailable.still_unclear", Under: unavailable, Label: "3.补正后申请内容仍不明确"},
	{Key: "not_processed.petition", Under: unprocessed, Label: "1.信访举报投诉类申请"},
	{Key: "not_processed.duplicate", Under: unprocessed, Label: "2.重复申请"},
	{Key: "not_processed.publication", Under: unprocessed, Label: "3.要求提供公开出版物"},
	{Key: "not_processed.excessive", Under: unprocessed, Label: "4.无正当理由大量反复申请"},
	{Key: "not_processed.confirmation", Under: unprocessed, Label: "5.要求行政机关确认或重新出具已获取信息"},
}

// rowsFromTotal are the rows of table three after （六）.
var rowsFromTotal = []Row{
	{Key: "total", Under: under, Label: "（七）总计", Variants: []string{"（七）合计"}},
	{Key: "carried_out", Label: "四、结转下年度继续办理", Variants: []string{"四、结转下一年度继续办理"}},
}

// applications is table three with an edition's rows under （六）其他处理.
func applications(other ...Row) Table {
	rows := join(rowsToNotProcessed, other, rowsFromTotal)
	outcomes := keys(join(rowsToNotProcessed[2:], other))
	return Table{
		Key: Applications, Name: "表三", English: "table three", Section: 3, Note: applicationsNote,
		Blocks: []Block{{Corner: applicationsNote, Columns: applicantColumns, Rows: rows}},
		Relations: []Relation{
			{Rule: "applications-balance", Code: "A01", Axis: EachColumn,
				Left: []string{"new", "carried_in"}, Right: []string{"total", "carried_out"},
				Basis: "表三表头注：第一项加第二项之和，等于第三项加第四项之和"},
			{Rule: "applications-outcome-sum", Code: "A08", Axis: EachColumn,
				Left: outcomes, Right: []string{"total"},
				Basis: "表三第三项“（七）总计”的含义：第三项各行之和"},
			{Rule: "applications-row-sum", Code: "A15", Axis: EachRow,
				Left:  []string{"natural_person", "business", "research", "public_interest", "legal_service", "other"},
				Right: []string{"total"},
				Basis: "表三“总计”列的含义：各类申请人之和"},
		},
	}
}

var (
	reconsideration = []string{"行政复议"}
	direct          = []string{"行政诉讼", "未经复议直接起诉"}
	after           = []string{"行政诉讼", "复议后起诉"}
)

// remedies is table four: one row of figures under three groups of five heads.
var remedies = Table{
	Key: Remedies, Name: "表四", English: "table four", Section: 4,
	Blocks: []Block{{
		Columns: []Column{
			{Key: "reconsideration.upheld", Label: "结果维持", Under: reconsideration},
			{Key: "reconsideration.corrected", Label: "结果纠正", Under: reconsideration},
			{Key: "reconsideration.other", Label: "其他结果", Under: reconsideration},
			{Key: "reconsideration.pending", Label: "尚未审结", Under: reconsideration},
			{Key: "reconsideration.total", Label: "总计", Under: reconsideration, Variants: []string{"合计"}},
			{Key: "litigation_direct.upheld", Label: "结果维持", Under: direct},
			{Key: "litigation_direct.corrected", Label: "结果纠正", Under: direct},
			{Key: "litigation_direct.other", Label: "其他结果", Under: direct},
			{Key: "litigation_direct.pending", Label: "尚未审结", Under: direct},
			{Key: "litigation_direct.total", Label: "总计", Under: direct, Variants: []string{"合计"}},
			{Key: "litigation_after_reconsideration.upheld", Label: "结果维持", Under: after},
			{Key: "litigation_after_reconsideration.corrected", Label: "结果纠正", Under: after},
			{Key: "litigation_after_reconsideration.other", Label: "其他结果", Under: after},
			{Key: "litigation_after_reconsideration.pending", Label: "尚未审结", Under: after},
			{Key: "litigation_after_reconsideration.total", Label: "总计", Under: after, Variants: []string{"合计"}},
		},
		Rows: []Row{{}},
	}},
	Relations: []Relation{
		remedySum("D01", "reconsideration"),
		remedySum("D02", "litigation_direct"),
		remedySum("D03", "litigation_after_reconsideration"),
	},
}

// GroupVariants are other wordings of merged heads, met in published reports.
var GroupVariants = map[string][]string{
	"未经复议直接起诉": {"未经复议直接诉讼"},
	"复议后起诉":    {"复议后诉讼"},
}

func remedySum(code, group string) Relation {
	return Relation{Rule: "remedies-sum", Code: code, Axis: EachRow,
		Left:  []string{group + ".upheld", group + ".corrected", group + ".other", group + ".pending"},
		Right: []string{group + ".total"},
		Basis: "表四“总计”列的含义：四种结果之和"}
}

func join(parts ...[]Row) []Row {
	var rows []Row
	for _, part := range parts {
		rows = append(rows, part...)
	}
	return rows
}

func keys(rows []Row) []string {
	list := make([]string, len(rows))
	for i, row := range rows {
		list[i] = row.Key
	}
	return list
}
