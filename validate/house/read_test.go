package house

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"gouji/validate"
	"gouji/validate/register"
)

// own is a rule whose condition is given.
func own(when string) string {
	return `rules:
  - id: own-rule
    code: X01
    title: 一条规则
    severity: info
    ground: 本市规定
    todo: 核对。
    message: 有问题
    when: ` + when + `
    examples:
      - bad: 有
        facts: year 2024
      - good: 没有
        facts: year 2024
`
}

// wrongs lists what is wrong with a file as line:column and words.
func wrongs(t *testing.T, text string) []string {
	t.Helper()
	_, err := Read("gouji.yaml", []byte(text))
	var problems register.Problems
	if !errors.As(err, &problems) {
		require.NoError(t, err)
	}
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.ZH))
	}
	return list
}

// judged is what a condition says of a report in the facts notation: true,
// false, or why not.
func judged(t *testing.T, when, facts string) string {
	t.Helper()
	c, err := Read("gouji.yaml", []byte(own(when)))
	require.NoError(t, err, when)
	said := ""
	rule := c.Own[0]
	watch := &validate.Rule{ID: "watch", Check: func(s *validate.Subject) []validate.Finding {
		f, err := rule.judge(s)
		said = fmt.Sprint(f != nil)
		if err != nil {
			said = err.Error()
		}
		return nil
	}}
	_, err = validate.Example{Facts: facts}.CheckWith(validate.Options{Rules: []*validate.Rule{watch}})
	require.NoError(t, err)
	return said
}

func TestExpressions(t *testing.T) {
	const facts = `
organ 某县（试点）民政局
year 2024
text 一 "本年度共收到政府信息公开申请4件。"
section 六 "六、其他需要报告的事项"
text 六 "本年度未收取 信息处理费。"
whole 六
applications.new 3 1 0 0 0 0 4
applications.granted.total blank
applications.carried_in.total 7 doubtful "不清"
applications.new.research absent
disclosure.fees.amount 0.3
=== previous
organ 某县（试点）民政局
year 2023
applications.new 10 0 0 0 0 0 10
`
	for when, want := range map[string]string{
		`figure("applications.new.total") > 3`:          "true",
		`figure("applications.new.total") == 4`:         "true",
		`3 < figure("applications.new.total")`:          "true",
		`2 * figure("applications.new.total") - 1 == 7`: "true",
		`0.1 + 0.2 == figure("disclosure.fees.amount")`: "true",
		`7 / 2 == 3.5`: "true",
		`figure("applications.new.total") / 8 == 0.5`:                                      "true",
		`figure("applications.granted.total") > 0`:                                         "not a number",
		`figure("applications.granted.total") > 0 || year == 2024`:                         "true",
		`figure("applications.granted.total") > 0 && year == 2024`:                         "not a number",
		`figure("applications.carried_in.total") > 0`:                                      "not a number",
		`1 / figure("applications.carried_out.total") > 0`:                                 "division by 0",
		`state("applications.granted.total") == "blank"`:                                   "true",
		`state("applications.new.research") == "absent"`:                                   "true",
		`state("applications.carried_in.total") == "number"`:                               "was not read for sure",
		`["natural_person", "business"].all(c, figure("applications.new." + c) > 0)`:       "true",
		`sum("applications.new.*") == 8`:                                                   "not a number",
		`sum("applications.denied.*.natural_person") == 0`:                                 "true",
		`sum("disclosure.*.issued") == 0`:                                                  "true",
		`organ == "某县(试点)民政局" && organ.endsWith("民政局")`:                                    "true",
		`year >= 2021 && template == "2021"`:                                               "true",
		`section(6).text.contains("未收取信息处理费")`:                                             "true",
		`section(6).title == "其他需要报告的事项"`:                                                  "true",
		`section(1).text == ""`:                                                            "section 1 is not known in full",
		`text.contains("信息处理费")`:                                                           "the text is not known in full",
		`has_section(5)`:                                                                   "true",
		`kind == "township"`:                                                               "no register",
		`has_previous && previous.figure("applications.new.total") == 10`:                  "true",
		`figure("applications.new.total") < previous.figure("applications.new.total") / 2`: "true",
		`previous.year == 2023`:                                                            "true",
		`percent(figure("applications.new.total") / 3) == "133.3%"`:                        "true",
		`abs(figure("applications.new.total") - 5) == 1`:                                   "true",
		`figure("applications." + "nothing") > 0`:                                          "no cell applications.nothing",
		`claims.exists(c, c.number > 4)`:                                                   "the text is not known in full",
		`[1][3] == 1`:                                                                      "cannot be worked out",
		`[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c, [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, [1,2,3,4,5,6,7,8,9].all(f, a+b+c+d+e+f < 99))))))`: "too much to work out",
	} {
		got := judged(t, "|\n      "+when, facts)
		assert.True(t, strings.Contains(got, want), "%s\n  gives %s\n  wanted %s", when, got, want)
	}
}

// What a report does not say can be held against it only when all is known.
func TestTextAndClaimsOfAWholeReport(t *testing.T) {
	const facts = `
text 一 "本年度共收到政府信息公开申请4件。"
whole preface 一 二 三 四 五 六
`
	for when, want := range map[string]string{
		`claims.exists(c, c.kind == "count" && c.act == "received" && c.object == "application" && c.number == 4 && c.unit == "件")`: "true",
		`claims.exists(c, c.number > 4)`: "false",
		`!text.contains("信息处理费")`:        "true",
		`text.contains("收到政府信息公开申请4件")`:  "true",
	} {
		assert.Equal(t, want, judged(t, "|\n      "+when, facts), when)
	}
}

func TestProblemsHaveLineAndColumn(t *testing.T) {
	changed := func(old, new string) string { return strings.Replace(own("year > 3"), old, new, 1) }
	for _, c := range []struct{ text, want string }{
		{"thresholds: 1", "1:1 没有 thresholds 这个键，可用：catalogue, limits"},
		{"catalogue: []", "1:12 这里要写成“键: 值”"},
		{"catalogue:\n  A99: {off: true, reason: x}", "2:3 没有 A99 这条规则"},
		{"catalogue:\n  A03: {off: true, reason: x}", "2:3 A03 是 A01–A07 里的一个，只能整组写"},
		{"catalogue:\n  Y12: {off: true, reason: x}", "2:3 Y12 本来就不检查"},
		{"catalogue:\n  A15: {off: false, reason: x}", "2:14 off 只能是 true"},
		{"catalogue:\n  A15: {off: true}", "2:8 缺少 reason"},
		{"catalogue:\n  A15:", "缺少 reason"},
		{"catalogue:\n  A15: {off: true, severity: info, reason: x}", "2:3 要写 off: true 或 severity"},
		{"catalogue:\n  A15: {severity: bad, reason: x}", "2:19 没有“bad”这个级别"},
		{"catalogue:\n  A15: {off: true, reason: }", "2:28 这里要写文字"},
		{"catalogue:\n  A15: {off: true, reason: x}\n  A15: {off: true, reason: x}", "3:3 A15 在第2行已经写过"},
		{"limits:\n  nothing: {value: 1, reason: x}", "2:3 没有 nothing 这个界限"},
		{"limits:\n  table-section-prose: {value: -1, reason: x}", "2:32 这里要写不小于0的数"},
		{"limits:\n  table-section-prose: 100", "2:24 这里要写成“键: 值”"},
		{"deadlines:\n  village: {date: 01-31, reason: x}", "2:3 没有 village 这个键"},
		{"deadlines:\n  township: {date: 2月30日, reason: x}", "2:20 这里要写月和日"},
		{"topics:\n  name: x", "2:3 这里要写成列表"},
		{"topics:\n  - name: x\n    words: x\n    reason: y", "3:12 这里要写成列表"},
		{"suppress:\n  - {rule: A15, reason: x, until: 2026-01-01, organ: 某局}", "2:5 要写明哪一份报告"},
		{"suppress:\n  - {rule: A15, reason: x, until: 2026-13-01, file: a.pdf}", "2:35 这里要写日期"},
		{"suppress:\n  - {rule: A99, reason: x, until: 2026-01-01, file: a.pdf}", "2:12 没有 A99 这条规则"},
		{"suppress:\n  - {rule: A15, until: 2026-01-01, file: a.pdf}", "2:5 缺少 reason"},
		{"suppress:\n  - {rule: A15, reason: x, file: a.pdf}", "2:5 缺少 until"},
		{"suppress:\n  - {rule: A15, figure: applications.x, reason: x, until: 2026-01-01, file: a.pdf}", "2:25 没有 applications.x 这一格"},
		{"a: [1", "1:1 不是正确的 YAML"},
		{"a:\n\tb: 1", "2:1 不是正确的 YAML，缩进要用空格"},
		{"catalogue: &x {}\nlimits: *x", "2:9 不能用 *x 引用"},
		{"catalogue: {}\n---\nlimits: {}", "只能有一份内容"},
		{own(`figur("applications.new.total") > 3`), "9:16 没有 figur 这个名称或函数"},
		{own(`figure("applications.new.totl") > 3`), "9:18 没有 applications.new.totl 这一格"},
		{own(`figure("applications.new.total") + "x" > 3`), "9:44 + 不能用在 (数, 文字) 上"},
		{own(`figure("applications.new.total")`), "9:11 when 要得出真或假"},
		{own(`figure("applications.new.total" > 3`), "9:46 写法不对，检查括号和引号"},
		{own("|\n      year > 2020 &&\n      section(1).txt == ''"), "11:17 没有 .txt 这一项"},
		{own("|\n      year > 2020 &&\n      section(1).text.contains('收到， 申请')"), "11:32 正文按半角、无空格比较，“收到， 申请”要写成“收到,申请”"},
		{own("\"year > 'a'\""), "9:17 > 不能用在 (整数, 文字) 上"},
		{own(">\n      year\n      > 'a'"), "9:11 > 不能用在 (整数, 文字) 上"},
		{changed("有问题", "共{{ organ + 3 }}件"), "8:24 + 不能用在 (文字, 整数) 上"},
		{changed("有问题", "'共{{ year }}年{{ section(1) }}'"), "8:29 {{ }} 里要得出数或文字"},
		{changed("有问题", "共{{ year"), "8:14 {{ 后面缺少 }}"},
		{changed("own-rule", "figure-blank"), "2:5 figure-blank 是自带规则 C01 的名称"},
		{changed("X01", "A01"), "3:11 编号要写成 X01 到 X99"},
		{changed("good: 没有", "bad: 没有"), "11:7 至少要有一个 bad 例子和一个 good 例子"},
		{own("year > 3") + strings.TrimPrefix(own("year > 4"), "rules:\n"), "15:5 名称或编号与第2行的规则相同"},
	} {
		got := strings.Join(wrongs(t, c.text), "\n")
		assert.Contains(t, got, c.want, c.text)
	}
}

func TestAFileThatSaysNothingChangesNothing(t *testing.T) {
	for _, text := range []string{"", "# 尚无规定\n", "catalogue:\nrules:\n  # - id: later\n", "\uFEFFlimits:\r\n"} {
		assert.Empty(t, wrongs(t, text), "%q", text)
	}
}

// Notepad on Chinese Windows saves GBK.
func TestGBKIsRead(t *testing.T) {
	text, err := simplifiedchinese.GBK.NewEncoder().String("catalogue:\n  A15: {off: true, reason: 已说明}\n")
	require.NoError(t, err)
	c, err := Read("gouji.yaml", []byte(text))
	require.NoError(t, err)
	assert.Equal(t, "已说明", c.Switched[0].Reason)
}

func TestOptionsAreWhatTheFileSays(t *testing.T) {
	c, err := Read("gouji.yaml", []byte(`
catalogue:
  A15: {off: true, reason: x}
  figure-dash: {severity: 提示, reason: x}
limits:
  table-section-prose: {value: 300, reason: x}
deadlines:
  township: {date: 3月10日, reason: x}
topics:
  - {name: 公众参与, words: [公众参与, 意见征集], reason: x}
suppress:
  - {file: a.pdf, rule: a15, reason: x, until: 2026-03-31}
  - {organ: 某局, year: 2024, rule: A03, reason: x, until: 2026-04-01}
`))
	require.NoError(t, err)
	today := time.Date(2026, 4, 1, 12, 0, 0, 0, time.UTC)
	assert.Equal(t, validate.Options{
		Off:        map[string]bool{"applications-row-sum": true},
		Severities: map[string]validate.Severity{"figure-dash": validate.Info},
		Limits:     map[string]float64{"table-section-prose": 300},
		Deadlines:  map[register.Kind]register.Day{register.Township: {Month: 3, Day: 10}},
		Topics:     []validate.Topic{{Name: "公众参与", Words: []string{"公众参与", "意见征集"}}},
		Suppress:   []*validate.Suppression{{Organ: "某局", Year: 2024, Rule: "A03", Reason: "x", Until: "2026-04-01", Line: 13}},
	}, c.Options(today))
	assert.Equal(t, []*validate.Suppression{{File: "a.pdf", Rule: "applications-row-sum", Reason: "x", Until: "2026-03-31", Line: 12}}, c.Expired(today))
}
