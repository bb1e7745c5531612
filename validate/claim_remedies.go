package validate

import (
	"regexp"
	"strconv"
	"strings"
)

// remedyKind is a kind of remedy as the prose counts it: both branches of
// litigation are one.
type remedyKind struct {
	name   Text
	word   string   // that every sentence about it has
	totals []string // figure ids that add up to its number
	number *regexp.Regexp
	none   *regexp.Regexp
}

// about disclosure: departments also have reconsideration cases of their trade.
const disclosed = `(?:政府信息公开|信息公开|依申请公开)(?:工作|申请|事项|答复|类|相关|有关)?(?:被|而|所|引发|引起|提起|申请|发生|的)*`

var remedyKinds = []remedyKind{
	{
		name:   Text{"行政复议", "reconsideration"},
		word:   "复议",
		totals: []string{"remedies.reconsideration.total"},
		number: regexp.MustCompile(disclosed + `行政复议(?:申请|案件|案)?` + counted + pieces),
		none:   regexp.MustCompile(denial + `[^,。]*复议|` + bothZero),
	},
	{
		name:   Text{"行政诉讼", "litigation"},
		word:   "诉讼",
		totals: []string{"remedies.litigation_direct.total", "remedies.litigation_after_reconsideration.total"},
		number: regexp.MustCompile(disclosed + `(?:行政复议(?:申请|案件|案)?(?:` + counted + `\d+(?:件|起|宗)[,、和])?)?(?:被)?(?:提起)?行政诉讼(?:申请|案件|案)?` + counted + pieces),
		none:   regexp.MustCompile(denial + `[^,。]*诉讼|` + bothZero),
	},
}

const denial = `(?:未|没有|无|未曾|不存在)(?:发生|收到|产生|出现|引发|被|有|涉及|因|提起|行政|政府信息公开|信息公开)`

// bothZero counts no case of either kind: 行政复议、行政诉讼案件为0件.
const bothZero = `行政复议(?:案件|案)?(?:、|和|及|与|或)(?:提起)?行政诉讼(?:案件|案|申请)?` + counted + `0(?:件|起|宗|次|例)`

// outcomes of cases: 未发生行政诉讼败诉 says nothing of their number.
var outcomes = regexp.MustCompile(`败诉|纠正|纠错|撤销|追究|超期|逾期|维持|审结|办结|问题|风险|隐患|履行|应诉|不当|瑕疵|违法|责令|群体|不作为|不及时|重大|恶性|经复议|复议后|直接起诉`)

// instances of one case are counted apart in prose and together in the table.
var instances = regexp.MustCompile(`二审|再审|终审`)

// branch follows the number of one way to court: 行政诉讼2件未经复议直接起诉.
var branch = regexp.MustCompile(`^[为系(]?(?:均|都)?(?:未经|复议后|经复议|直接)`)

// remediesSaid gives what the prose says of the number of cases of a kind.
func remediesSaid(r *Subject, k *remedyKind) []said {
	var list []said
	for _, s := range r.prose {
		if !strings.Contains(s.Text, k.name.ZH) {
			continue
		}
		for _, at := range k.number.FindAllStringSubmatchIndex(s.Text, -1) {
			value, err := strconv.ParseFloat(s.Text[at[2]:at[3]], 64)
			before := s.ClauseBefore(at[0])
			if err == nil && !instances.MatchString(s.Text) && !branch.MatchString(s.Text[at[1]:]) && !partial.MatchString(before) && !outcomes.MatchString(before) && speaksOfThisReport(r, &s, at[0]) {
				list = append(list, said{value, s.Text[at[0]:at[1]], s.Where})
			}
		}
	}
	return list
}

// saysNoRemedy finds the statement that there were no cases of a kind.
func saysNoRemedy(r *Subject, k *remedyKind) *said {
	for _, s := range r.prose {
		if !strings.Contains(s.Text, k.word) {
			continue
		}
		disclosure := s.Section == 4 || strings.Contains(s.Text, "政府信息") || strings.Contains(s.Text, "信息公开") || strings.Contains(s.Text, "依申请公开")
		at := k.none.FindStringIndex(s.Text)
		if at == nil || !disclosure || outcomes.MatchString(s.ClauseAround(at[0])) || !speaksOfThisReport(r, &s, at[0]) ||
			partial.MatchString(s.ClauseBefore(at[0])) {
			continue
		}
		return &said{0, s.Text[at[0]:at[1]], s.Where}
	}
	return nil
}

// total is the printed number of cases of a kind, when the reader is sure of it.
func (k *remedyKind) total(r *Subject) (float64, bool) {
	values, sure := allSure(r, k.totals)
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum, sure
}
