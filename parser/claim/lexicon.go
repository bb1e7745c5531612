package claim

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// kind is the kind of a word, one letter each, so that the kinds of a sentence
// make a string that the patterns of grammar.go can be matched against.
type kind byte

const unknownWord kind = '?'

// The kinds that code names; grammar.go uses them all.
const (
	count       kind = '#' // 5件
	percent     kind = '%' // 40%, 3个百分点
	money       kind = '$' // 40元
	bare        kind = 'n' // a number without unit
	year        kind = 'Y' // 2024年
	wholeYear   kind = 'y' // 全年, 1月1日至12月31日
	partOfYear  kind = 'D' // 上半年, 10月
	lastYear    kind = 'L'
	nextYear    kind = 'X'
	comma       kind = ','
	negation    kind = 'z'
	partWord    kind = 's' // a channel, a kind of applicant, a part
	amongThem   kind = 'i' // 其中
	compared    kind = '~' // 同比, 较
	elsewhere   kind = 'e'
	ownOffice   kind = 'f'
	wholeArea   kind = 'w'
	application kind = 'A' // 政府信息公开申请
	anyRequest  kind = 'a' // 申请
	plainWord   kind = 'm' // words that change nothing
	reason      kind = 'k' // 本机关不掌握: a row of table three
	timely      kind = 'b' // 按时
	rateWord    kind = 'r' // 办结率
)

// lexicon has the words by kind. [x] may be left out.
var lexicon = []struct {
	kind  kind
	words string
}{
	// What is counted.
	{application, `[政府]信息依申请公开[申请] 政府信息公开[的]申请 信息公开[的]申请 政府信息公开依申请[公开] 政府信息依申请
		依申请政府信息公开[申请] 依申请信息公开[申请] 政府信息申请公开 信息申请公开 依申请公开[的][政府][信息][的][申请] 依申请信息 依申请政府信息
		[要求]公开政府信息[的]申请 [要求]公开信息[的]申请 公开申请 申请公开政府信息 申请公开信息 [获取]政府信息[的]申请 政府依申请公开[申请]`},
	{anyRequest, `申请 依申请 申请书`},
	{'V', `公开行政复议 行政复议[申请] 行政复议案 行政复议案件 复议 复议案件`},
	{'S', `行政诉讼 行政诉讼案 行政诉讼案件 诉讼 诉讼案件`},
	{'K', `行政争议[案件] 争议案件`},
	{'P', `政府信息公开 信息公开`},
	{'U', `办理结果 处理结果 答复结果 办理情况 答复情况 答复类型 答复方式 处理类型 办理类型`},
	{'J', `行政许可 行政许可决定`},
	{'Q', `行政处罚 行政处罚决定`},
	{'W', `行政强制 行政强制决定`},
	{'G', `规章 政府规章 [省]市政府规章 省政府规章 地方政府规章`},
	{'N', `行政规范性文件 规范性文件`},
	{'I', `政府信息`},
	{'O', `政策性文件 政策文件 文件 公文 信访[件] 投诉 举报 建议 提案 热线 留言 咨询 来信 政务服务 申诉 行政申诉 许可 备案 登记 信息 动态 工单 问题 诉求 栏目 会议 积案 答复书 告知书 回执 信访积案`},
	// What was done with it.
	{'R', `收到 新收 新收到 新增 受到 受理 接到 接收 接收到 收悉`},
	{'H', `办理 处理 处置 承办`},
	{'E', `办结 办理完毕 处理完毕 答复完毕 办理完结 办理完成 审结`},
	{'T', `答复 回复 办复 书面答复 作出答复 予以答复`},
	{'C', `结转 转结 顺延 转入 转至 转到 转`},
	{'g', `[“]予以公开[”] [“]同意公开[”] 准予公开 全部公开`},
	{'q', `[“]部分公开[”] 予以部分公开 部分予以公开`},
	{'d', `[“]不予公开[”] 不公开 不同意公开 决定不予公开`},
	{'u', `[“]无法提供[”] 无法予以提供`},
	{'x', `[“]不予处理[”]`},
	{'o', `[“]其他处理[”] 作其他处理 其它处理`},
	{reason, `不掌握[相关][政府][信息] 没有现成信息[需要另行制作] 补正后[申请内容]仍不明确 [无正当理由]逾期不补正 [无正当理由]逾期未补正
		属[于]行政执法案卷[信息] 信访举报投诉类[申请] 信访、举报、投诉类[申请]`},
	{'M', `制发 制定 制定出台 出台 印发 制定印发 新制定 新制发 新出台 制定发布 新印发 制定并印发 制作 新制作`},
	{'Z', `废止 宣布废止 废止失效 废止和宣布失效 废止或宣布失效`},
	{'B', `现行有效 有效 继续有效 保留有效`},
	{rateWord, `率 办结率 答复率 按时办结率 按期办结率 按时答复率 按期答复率 公开率 合格率 满意率 满意度`},
	// When.
	{wholeYear, `全年 本年 本年度 本年度以来 今年 今年以来 年内 年度 报告期 报告期内 报告期间 统计期间`},
	{partOfYear, `上半年 下半年 季度 截至 截止 以来 近年 近年来 近几年 近两年 近三年 近五年 近十年 三年来 五年来 期间 假期 节日 十三五 十四五 十五五`},
	{lastYear, `去年 上年 上年度 上一年 上一年度 上个年度 上一个年度`},
	{nextYear, `下年 下年度 下一年 下一年度 下个年度 下一个年度 次年 来年 明年`},
	// For whom.
	{wholeArea, `全镇 全乡 全街道 全系统 全省 全市 全县 全区 全州 全旗 全盟 各级 各地各部门 各地区各部门`},
	{elsewhere, `各县 各市 各区 各镇 各乡 各街道 各部门 各单位 各科 各处 下属 所属 辖区 基层`},
	{ownOffice, `本级 政府本级 市[政府]本级 县[政府]本级 区[政府]本级 市直 县直 区直
		[人民]政府办[公室] 市[人民]政府办[公室] 县[人民]政府办[公室] 区[人民]政府办[公室] 旗[人民]政府办[公室]
		办公厅 [人民]政府办公厅 市[人民]政府办公厅 省[人民]政府办公厅`},
	// Of which only a part is counted, or each.
	{amongThem, `其中`},
	{partWord, `分别 做到 每 历年 历史 施行以来 实行以来 行以来 通过 网上 网络 网站 在线 线上 平台 系统 信函 邮件 邮箱 来函 微信
		当面 当场 当日 当天 即时 口头 电话 现场 窗口 书面 传真 不予受理 退回 自然人 公民 法人 企业 科研机构 社会公益组织 法律服务机构 个人 律师 撤回 补正 不含 不包括 扣除 除 除去 提前 延期 逾期 超期 邮寄`},
	{compared, `同比 环比 较 相比 比 与`},
	{'^', `增长 上升 提高 增加 上涨 增幅 提升 多`},
	{'v', `下降 减少 降低 下滑 降幅 回落 少`},
	{'+', `含 包括 包含 加上`},
	{'/', `占 占比 占比为`},
	{negation, `未 没有 没 未曾 尚未 无 不予 不存在 未发生 不`},
	{'j', `均 均已 都 都已 全部 已全部 已经全部 全`},
	// Who applied: any applicant, never a kind of them.
	{'h', `公民、法人 公民法人 公众 社会公众 群众 申请人 各类主体 各类申请主体`},
	{'l', `、法人 其他组织 其它组织 其他社会组织 其它社会组织`},
	{'t', `来自 提出 提交 递交`},
	{'>', `向`},
	// Words that change nothing.
	{'c', `数量 总量 总数 事项 办理事项 件数 办件 案件 请求 件 共 共计 一共 一共计 合计 总计 共有 有 达 达到 为 是 计 总`},
	{plainWord, `对 针对 的 了 已 将 需 按规定 妥善 依法 各类 有关 相关 到 至 过来 下来 继续 书 仅 新 累计 年末 决定 作出 因 在办 统计 涉及 涉 不服 类 被 而 所 所有 引发 引起 导致 提起 发生 产生 出现 工作 一般 等 依法依规 先后 按照《条例》[规定] 依照《条例》[规定] 代表市政府 代表县政府 代表区政府 我局 我委 我办 我厅 我院
		我镇 我乡 我县 我市 我区 我省 我州 我街道 我单位 我办公室 本办公室 本机关 本单位 本部门 本局 本委 本办 本中心 本分局 我分局 我中心 我街 我街办 我会 我馆 我队 我支队 我大队 我旗 我盟 我部 我管委会 本镇 本乡 本县 本市 本区 行政机关`},
	{timely, `按时 按期 及时 如期 到期 限时 法定期限内 规定期限内 规定时限内 法定时限内`},
	{comma, `,`}, {':', `:`}, {'(', `(`}, {')', `)`},
	{'&', `、 和 及 或 或者 以及 并 并且`},
}

// word is an entry of the lexicon, found by its first character.
type word struct {
	text string
	kind kind
}

// words has the lexicon's words by their first character, longest first.
var words = indexOf()

func indexOf() map[rune][]word {
	index := map[rune][]word{}
	for _, entry := range lexicon {
		for _, pattern := range strings.Fields(entry.words) {
			for _, text := range expand(pattern) {
				first, _ := utf8.DecodeRuneInString(text)
				index[first] = append(index[first], word{text, entry.kind})
			}
		}
	}
	for _, list := range index {
		sort.SliceStable(list, func(i, j int) bool { return len(list[i].text) > len(list[j].text) })
	}
	return index
}

// expand writes out what a word with optional parts stands for.
func expand(pattern string) []string {
	before, rest, optional := strings.Cut(pattern, "[")
	if !optional {
		return []string{pattern}
	}
	part, after, _ := strings.Cut(rest, "]")
	return append(expand(before+part+after), expand(before+after)...)
}
