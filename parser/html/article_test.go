package html_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// report is the body of a small report as editors paste it.
const report = `<p style="text-indent:2em">　　本报告由清水县水务局编制。</p>
	<p><strong>一、总体情况</strong></p><p>全年主动公开政府信息。</p>
	<p>二、主动公开政府信息情况</p>` + figures + `
	<p>六、其他需要报告的事项</p><p>无其他事项。</p>
	<p>清水县水务局</p><p>2024年1月18日</p>`

var reportLines = []string{"本报告由清水县水务局编制。", "一、总体情况", "全年主动公开政府信息。", "二、主动公开政府信息情况",
	"|信息内容|本年处理决定数量|", "|行政许可|12|", "六、其他需要报告的事项", "无其他事项。", "清水县水务局", "2024年1月18日"}

const title = "清水县水务局2023年政府信息公开工作年度报告"

func withTitle(lines ...string) string {
	return want(append(append([]string{"# " + title}, lines...), reportLines...)...)
}

const menu = `<div class="topbar"><ul><li><a href=/>首页</a><li><a href=/zw>政务公开</a><li><a href=/fw>办事服务</a></ul></div>
	<div class="dqwz">您现在的位置：<a href=/>首页</a> &gt; <a href=/n>年报</a></div>`

const foot = `<ul><li>上一篇：<a href=1>2022年年报</a><li>下一篇：<a href=2>没有了</a></ul>
	<div class=xglj><h4>相关链接</h4><a href=3>条例</a> <a href=4>办法</a></div>
	<div class="footer"><p>主办单位：清水县人民政府</p><p>甘ICP备00000000号</p></div>`

// The pages are built as the content systems build them: TRS, gov.cn's own,
// 大汉 (hanweb), 博达 (vsb), and pages from before there were such systems.
func TestTheArticleIsFoundInItsSite(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"TRS, title and source above": {
			`<body>` + menu + `<div class="detail"><h1>` + title + `</h1><div class="info">发布时间：2024-01-20 来源：县水务局 字体：<a>大</a> <a>小</a></div>
			<div class="TRS_Editor"><style>.TRS_Editor P{line-height:2}</style>` + report + `</div></div>` + foot,
			withTitle("发布时间：2024-01-20 来源：县水务局 字体：大 小")},
		"TRS_UEDITOR in a wrapper called content": {
			`<body><div class="content">` + menu + `<h2 class=bt>` + title + `</h2><p>日期：2024-01-20</p>
			<div class="view TRS_UEDITOR trs_paper_default trs_word">` + report + `</div></div>` + foot,
			withTitle("日期：2024-01-20")},
		"UCAP-CONTENT, title in the meta tag": {
			`<head><meta name="ArticleTitle" content="` + title + `"><title>年报_清水县人民政府</title></head><body>` + menu +
				`<div class="pages_content" id="UCAP-CONTENT">` + report + `</div>` + foot,
			withTitle()},
		"hanweb, title only in <title>": {
			`<head><title>清水县人民政府 政府信息公开年报 ` + title + `</title><title></title></head><body>` + menu +
				`<div id="zoom" class="bt_content"><!--ZJEG_RSS.content.begin-->` + report + `<!--ZJEG_RSS.content.end--></div>` + foot,
			withTitle()},
		"site's name behind the title": {
			`<head><title>` + title + `_清水县人民政府网</title></head><body>` + menu + `<div id=vsb_content_2><div class=v_news_content>` + report + `</div></div>` + foot,
			withTitle()},
		"the article has the title itself": {
			`<head><meta name=ArticleTitle content="` + title + `"></head><body><h1>` + title + `</h1><p>发布时间：2024-01-20</p>
			<div class=article-content><p>` + title + `</p>` + report + `</div>` + foot,
			want(append([]string{title, "发布时间：2024-01-20"}, reportLines...)...)},
		"the article has its title on two lines": {
			`<head><meta name=ArticleTitle content="` + title + `"></head><body>
			<div class=article-content><p>清水县水务局</p><p>2023年政府信息公开工作年度报告</p>` + report + `</div>`,
			want(append([]string{"清水县水务局", "2023年政府信息公开工作年度报告"}, reportLines...)...)},
		"no known container": {
			`<body>` + menu + `<div class=k1><h1>` + title + `</h1><div class=k2>` + report + `</div></div>` + foot,
			withTitle()},
		"no container, title only in <title>": {
			`<head><title>` + title + ` - 清水县人民政府</title></head><body>` + menu + `<div>` + report + `</div>` + foot,
			withTitle()},
		"a table of facts about the page": {
			`<body>` + menu + `<table><tr><td>索引号<td>K1<td>发布机构<td>县水务局<tr><td>标题<td>年报<td>日期<td>2024-01-20</table>
			<h1>` + title + `</h1><div id=UCAP-CONTENT>` + report + `</div>` + foot,
			want("|索引号|K1|发布机构|县水务局|", "|标题|年报|日期|2024-01-20|", withTitle())},
		"laid out by tables": {
			`<body><table width=1000><tr><td colspan=2><table><tr><td><a href=/>首页</a><td><a href=/zw>政务公开</a><td><a href=/fw>办事服务</a></table>
			<tr><td width=200><a href=1>机构</a><br><a href=2>年报</a></td><td><table><tr><td><h1>` + title + `</h1></td></tr><tr><td>` + report + `</td></tr></table></td></tr></table>` + foot,
			withTitle()},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, outline(read(t, c.page)))
		})
	}
}

func TestNoPartOfTheReportIsLost(t *testing.T) {
	half := strings.Index(report, "<p>六、")
	for name, page := range map[string]string{
		"a section outside the container":    `<div class=TRS_Editor>` + report[:half] + `</div><div>` + report[half:] + `</div>`,
		"a container for every section":      `<div class=TRS_Editor>` + report[:half] + `</div><div class=TRS_Editor>` + report[half:] + `</div>`,
		"the table outside the container":    `<div class=article-content>` + strings.Replace(report, "<table>", "</div><table>", 1),
		"an empty container beside it":       `<div class=TRS_Editor></div><div class=k>` + report + `</div>`,
		"the report in an aside":             `<aside>` + report + `</aside>`,
		"the report in a print area":         `<div id=print>` + report + `</div>`,
		"a wrapper named like a menu":        `<div class=menu><div class=nav>` + report + `</div></div>`,
		"an article that is all in one form": `<form class=search>` + report + `</form>`,
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, want(reportLines...), outline(read(t, "<body>"+menu+page+foot)))
		})
	}
}

func TestLinesOfTheSiteAreToldFromLinesOfTheReport(t *testing.T) {
	doc := read(t, `<p>上一篇：2022年年报</p><p>【打印本页】 【关闭窗口】</p><p>打印</p><p>浏览次数：31</p><p>字体：大 中 小</p><p>当前位置：首页</p><p>相关链接：</p>
		<p>打印政务公开手册三千份。</p><p>访问量达到12万次。</p><p>相关信息及时公开。</p><p>关闭不合格账号2个。</p>`)
	assert.Equal(t, want("打印政务公开手册三千份。", "访问量达到12万次。", "相关信息及时公开。", "关闭不合格账号2个。"), outline(doc))
}

func TestAttachmentsStayThoughTheyAreLinks(t *testing.T) {
	doc := read(t, `<div class=TRS_Editor>`+report+`<ul><li><a href=a.pdf>附件1：图解</a><li><a href=b.docx>附件2：原文.docx</a></ul></div>`+foot)
	assert.Equal(t, want(append(append([]string{}, reportLines...), "附件1：图解", "附件2：原文.docx")...), outline(doc))
}

func TestPicturesOfTheSiteAreNotCounted(t *testing.T) {
	doc := read(t, `<div><img src=logo.png></div><div class=TRS_Editor>`+report+`<img src=table.png></div><img src=qr.png>`)
	assert.Equal(t, 1, doc.Pictures)
}
