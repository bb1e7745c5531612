package main

import "gouji/parser/form"

// Fonts that Debian packages; reports are set in faces like these.
const (
	sans  = "Noto Sans CJK SC"
	song  = "AR PL UMing CN"
	hei   = "WenQuanYi Zen Hei"
	latin = "Liberation Serif"
)

// samples are the committed samples, each for one special thing.
var samples = []Sample{
	{
		File: "2021-clean-word.docx", Special: "2021年格式，各项勾稽关系成立",
		Seed: 1, Organ: "青岚县农业农村局", Year: 2024, Form: form.Edition2021, Scale: Small,
		Render: OOXML, Style: Style{Font: "仿宋_GB2312", Footer: true, Shaded: true, Vertical: OneByOne},
	},
	{
		File: "2020-clean.html", Special: "2019年格式的网页，各项勾稽关系成立",
		Seed: 2, Organ: "云岫市文化和旅游局", Year: 2020, Form: form.Edition2019, Scale: Small,
		Render: Web, Style: Style{TableSize: 10, Size: 12},
	},
	{
		File: "2019-idle-township.docx", Special: "2019年格式，表三表四全为0的乡镇",
		Seed: 3, Organ: "临汀县柳陂镇人民政府", Year: 2019, Form: form.Edition2019, Scale: Idle,
		Render: OOXML, Style: Style{Size: 14, TableSize: 10.5},
	},
	{
		File: "2021-row-sum-off-by-one.pdf", Special: "表三一行的总计少1，各类申请人之和对不上",
		Seed: 4, Organ: "白榆区民政局", Year: 2022, Form: form.Edition2021, Scale: Small,
		Faults: []Fault{add("applications.unavailable.not_held.total", -1)},
		Render: LibreOffice, Style: Style{Font: song, Latin: latin, Footer: true, KeepRows: true},
	},
	{
		File: "2021-balance.docx", Special: "结转下年度的自然人一格多2，新收加结转不等于办结加结转下年",
		Seed: 5, Organ: "霁川市人力资源和社会保障局", Year: 2023, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{add("applications.carried_out.natural_person", 2)},
		Render: OOXML, Style: Style{Shaded: true, Footer: true},
	},
	{
		File: "2020-outcome-total.html", Special: "2019年格式，（七）总计的商业企业一格多3",
		Seed: 6, Organ: "沧渚区市场监督管理局", Year: 2020, Form: form.Edition2019, Scale: Large,
		Faults: []Fault{add("applications.total.business", 3)},
		Render: Web, Style: Style{Size: 12, Vertical: OneByOne},
	},
	{
		File: "remedies-sum.html", Special: "表四行政复议的总计比四项之和多1",
		Seed: 7, Organ: "望泽县自然资源局", Year: 2021, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{add("remedies.reconsideration.total", 1)},
		Render: Web, Style: Style{Size: 12, Shaded: true},
	},
	{
		File: "2019-form-in-2022-dayao.docx", Special: "2022年报告用2019年的旧格式（大姚县一局的表格、数字和提纲）",
		Organ: "大姚县工业信息化商务科学技术局", Year: 2022, Form: form.Edition2019,
		Compose: dayao, Wants: []Want{{Rule: "template-outdated"}, {Rule: "date-early"}},
		Render: OOXML, Style: Style{Font: "仿宋", Size: 15},
	},
	{
		File: "2019-form-in-2022-dayao.pdf", Special: "同名DOCX的PDF",
		Organ: "大姚县工业信息化商务科学技术局", Year: 2022, Form: form.Edition2019,
		Compose: dayao, Wants: []Want{{Rule: "template-outdated"}, {Rule: "date-early"}},
		Render: LibreOffice, Style: Style{Font: song, Size: 15, TableSize: 10.5},
	},
	{
		File: "hybrid-2019-table-two.docx", Special: "表二用2019年格式，表三用2021年格式",
		Seed: 8, Organ: "禾源县教育局", Year: 2021, Form: form.Edition2021, TableTwo: form.Edition2019, Scale: Small,
		Wants:  []Want{{Rule: "template-mixed"}, {Rule: "template-outdated"}},
		Render: OOXML, Style: Style{Size: 14},
	},
	{
		File: "tracked-changes.docx", Special: "留有修订痕迹，数字里也有：9删去、改为别的数",
		Seed: 9, Organ: "松陵市交通运输局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Wants:  []Want{{Rule: "revisions-left"}},
		Render: OOXML, Style: Style{Word: Word{Tracked: true}},
	},
	{
		File: "auto-numbered-headings.docx", Special: "标题的一、二、三、由自动编号生成，正文里没有",
		Seed: 10, Organ: "青岚县水利局", Year: 2022, Form: form.Edition2021, Scale: Small,
		Render: OOXML, Style: Style{Numerals: Automatic, Footer: true},
	},
	{
		File: "content-controls.docx", Special: "数字装在内容控件里，表二整个在一个控件里",
		Seed: 11, Organ: "云岫市统计局", Year: 2025, Form: form.Edition2021, Scale: Small,
		Render: OOXML, Style: Style{Word: Word{Controls: true}},
	},
	{
		File: "grid-before.docx", Special: "合并的左侧标签用gridBefore空出，不是纵向合并",
		Seed: 12, Organ: "临汀县司法局", Year: 2023, Form: form.Edition2021, Scale: Large,
		Render: OOXML, Style: Style{Word: Word{Ragged: true}},
	},
	{
		File: "four-block-tables.docx", Special: "表二分成四个表",
		Seed: 13, Organ: "白榆区城市管理局", Year: 2024, Form: form.Edition2021, Scale: Small,
		Render: OOXML, Style: Style{TablesApart: true, Shaded: true},
	},
	{
		File: "subtotal-row.docx", Special: "表三（三）至（六）各多一行小计，官方格式没有",
		Seed: 14, Organ: "霁川市财政局", Year: 2021, Form: form.Edition2021, Scale: Small,
		Wants:  []Want{{Rule: "applications-subtotal"}},
		Render: OOXML, Style: Style{Subtotals: true},
	},
	{
		File: "text-contradicts-table.docx", Special: "正文说的新收件数比表三多5",
		Seed: 15, Organ: "沧渚区住房和城乡建设局", Year: 2024, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{saysOff("applications.new.total", 5)},
		Wants:  []Want{{Rule: "narrative-received"}},
		Render: OOXML, Style: Style{Footer: true},
	},
	{
		File: "total-column-blank.docx", Special: "表三总计一列全部空着",
		Seed: 16, Organ: "望泽县应急管理局", Year: 2022, Form: form.Edition2021, Scale: Idle,
		Faults: []Fault{printedAll(form.Applications, ".total", "\u3000")},
		Wants:  []Want{{Rule: "applications-total-blank"}},
		Render: OOXML, Style: Style{Size: 14},
	},
	{
		File: "page-break-in-group.pdf", Special: "表三在（四）无法提供中间换页",
		Seed: 17, Organ: "禾源县人民政府", Year: 2023, Form: form.Edition2021, Scale: Large,
		Render: LibreOffice, Style: Style{Font: song, Latin: latin, Shaded: true, RowHeight: 17, Vertical: OneByOne},
	},
	{
		File: "footers-between-halves.pdf", Special: "表三前后两半之间有页脚和页眉，一格有错",
		Seed: 18, Organ: "松陵市生态环境局", Year: 2024, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{add("applications.denied.third_party.natural_person", 2)},
		Render: LibreOffice, Style: Style{Font: hei, Header: true, Footer: true, RowHeight: 28, Size: 14},
	},
	{
		File: "vertical-group-label.pdf", Special: "表三合并的标签竖排",
		Seed: 19, Organ: "青岚县卫生健康局", Year: 2021, Form: form.Edition2021, Scale: Small,
		Render: LibreOffice, Style: Style{Font: song, Latin: latin, Vertical: Upright, Size: 14, KeepRows: true},
	},
	{
		File: "rotated-landscape.pdf", Special: "横向页面，由页面旋转标志转成",
		Seed: 20, Organ: "云岫市审计局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Render: Rotated, Style: Style{Font: song, Latin: latin, Landscape: true, Size: 14, TableSize: 10},
	},
	{
		File: "encrypted-empty-password.pdf", Special: "AES-256加密，打开口令为空",
		Seed: 21, Organ: "临汀县人民政府办公室", Year: 2022, Form: form.Edition2021, Scale: Small,
		Render: Encrypted, Style: Style{Font: hei, Footer: true, Size: 14},
	},
	{
		File: "ghostscript.pdf", Special: "Ghostscript重写过，一格有错",
		Seed: 22, Organ: "白榆区审计局", Year: 2020, Form: form.Edition2019, Scale: Small,
		Faults: []Fault{add("applications.granted.business", 1)},
		Render: Ghostscript, Style: Style{Font: song, Footer: true, Shaded: true},
	},
	{
		File: "chromium-borders.pdf", Special: "表格只有横线，没有竖线",
		Seed: 23, Organ: "霁川市体育局", Year: 2025, Form: form.Edition2021, Scale: Small,
		Render: Chromium, Style: Style{Font: hei, Size: 11, Page: Page{Lines: true, Print: true}},
	},
	{
		File: "kangxi-radicals.pdf", Special: "字体把一部分汉字映射成康熙部首，⼀、⼆、⾏政……",
		Seed: 24, Organ: "沧渚区水务局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Render: LibreOffice, Style: Style{Font: hei, Size: 14, Radicals: true, KeepRows: true},
	},
	{
		File: "type3-fonts.pdf", Special: "浏览器打印，字体全是Type 3",
		Seed: 33, Organ: "松陵市统计局", Year: 2024, Form: form.Edition2021, Scale: Small,
		Render: Chromium, Style: Style{Font: sans, Size: 12, Page: Page{Print: true}, KeepRows: true},
	},
	{
		File: "overprinted-bold.pdf", Special: "标题和总计一列叠印加粗，文字各有两遍",
		Seed: 25, Organ: "望泽县交通运输局", Year: 2022, Form: form.Edition2021, Scale: Large,
		Render: Chromium, Style: Style{Font: hei, Size: 12, Shaded: true, Page: Page{Bold: true, Print: true}},
	},
	{
		File: "missing-section-six.pdf", Special: "没有第六部分",
		Seed: 26, Organ: "禾源县应急管理局", Year: 2024, Form: form.Edition2021, Scale: Small, Omits: []int{6},
		Wants:  []Want{{Rule: "section-missing"}},
		Render: LibreOffice, Style: Style{Font: song, Latin: latin, Footer: true},
	},
	{
		File: "year-conflict.pdf", Special: "标题是2024年，统计期限是上一年",
		Seed: 27, Organ: "松陵市科学技术局", Year: 2024, Form: form.Edition2021, Scale: Idle, PeriodYear: 2023,
		Wants:  []Want{{Rule: "year-conflict"}},
		Render: LibreOffice, Style: Style{Font: hei, Size: 14},
	},
	{
		File: "thousands-and-full-width.pdf", Special: "大数带千位分隔符，小数目用全角数字",
		Seed: 28, Organ: "霁川市人民政府", Year: 2024, Form: form.Edition2021, Scale: Large,
		Render: LibreOffice, Style: Style{Font: song, Footer: true, Digits: mixedDigits, KeepRows: true},
	},
	{
		File: "gbk-government-page.html", Special: "GBK编码的政府网页，四周是导航",
		Seed: 29, Organ: "青岚县商务局", Year: 2021, Form: form.Edition2021, Scale: Small,
		Render: Web, Style: Style{Font: "SimSun", Size: 12, Page: Page{Site: true, GBK: true}},
	},
	{
		File: "nested-layout-table.html", Special: "表格套在只管排版的表格里",
		Seed: 30, Organ: "云岫市民政局", Year: 2022, Form: form.Edition2021, Scale: Small,
		Render: Web, Style: Style{Size: 12, Page: Page{Site: true, Nested: true}},
	},
	{
		File: "blank-and-dash-cells.html", Special: "空白、斜线、横线、文字各有几格，不是0",
		Seed: 31, Organ: "临汀县退役军人事务局", Year: 2023, Form: form.Edition2021, Scale: Idle,
		Faults: []Fault{
			printed("disclosure.regulations.issued", "/"), printed("disclosure.regulations.repealed", "/"),
			printed("disclosure.regulations.in_force", "—"), printed("disclosure.coercion.decisions", "无"),
			printed("applications.granted.research", ""), printed("applications.granted.legal_service", "\u3000"),
			printed("applications.not_processed.petition.other", "-"), printed("remedies.litigation_direct.pending", "若干"),
		},
		Wants:  []Want{{Rule: "figure-blank"}, {Rule: "figure-dash"}, {Rule: "figure-bad"}},
		Render: Web, Style: Style{Size: 12},
	},
	{
		File: "table-three-missing.html", Special: "第三部分有标题没有表",
		Seed: 32, Organ: "白榆区财政局", Year: 2022, Form: form.Edition2021, Scale: Small,
		Faults: []Fault{withoutTable(form.Applications)},
		Wants:  []Want{{Rule: "table-missing"}},
		Render: Web, Style: Style{Size: 12},
	},
	{
		File: "dashes-for-zero.docx", Special: "表三表四的0都写成斜线",
		Seed: 34, Organ: "禾源县文化和旅游局", Year: 2021, Form: form.Edition2021, Scale: Idle,
		Faults: []Fault{zerosPrinted(form.Applications, "/"), zerosPrinted(form.Remedies, "/")},
		Wants:  []Want{{Rule: "figure-dash"}},
		Render: OOXML, Style: Style{Size: 14},
	},
	{
		File: "none-received-contradicted.html", Special: "正文说未收到申请，表三却有",
		Seed: 35, Organ: "望泽县司法局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Faults: []Fault{says("applications.new.total", 0), says("applications.carried_in.total", 0)},
		Wants:  []Want{{Rule: "narrative-none-received"}},
		Render: Web, Style: Style{Size: 12},
	},
	{
		File: "table-four-head-cut.pdf", Special: "换页落在表四的表头里",
		Seed: 40137, Organ: "青岚县教育局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Render: LibreOffice, Style: Style{Font: song, Latin: latin, Header: true, RowHeight: 28.4, Size: 16, TableSize: 9},
	},
	{
		File: "old-word.doc", Special: "Word 97–2003文件，标题自动编号，表三一格有错",
		Seed: 36, Organ: "临汀县审计局", Year: 2022, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{add("applications.granted.business", 2)},
		Render: Word97, Style: Style{Numerals: Automatic, Footer: true, Vertical: OneByOne},
	},
	{
		File: "old-wps-tracked.wps", Special: "WPS文件，就是Word 97–2003格式；留有修订痕迹，左侧标签用gridBefore空出",
		Seed: 37, Organ: "云岫市水利局", Year: 2020, Form: form.Edition2019, Scale: Small,
		Wants:  []Want{{Rule: "revisions-left"}},
		Render: Word97, Style: Style{TablesApart: true, Word: Word{Tracked: true, Ragged: true}},
	},
	{
		File: "saved-page.mht", Special: "网页存档（MHTML），GBK编码，四周是导航",
		Seed: 38, Organ: "青岚县民族宗教事务局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Render: Archive, Style: Style{Font: "SimSun", Size: 12, Page: Page{Site: true, GBK: true}},
	},
	{
		File: "../scans/2021-stamped.pdf", Special: "150点的扫描件：稍有歪斜，表上盖有红章，识别时要装Tesseract",
		Seed: 41, Organ: "望泽县水利局", Year: 2023, Form: form.Edition2021, Scale: Small,
		Render: Scanned, Style: Style{Font: song, Latin: latin, Size: 12, Scan: Scan{DPI: 150, Skew: 0.6, Noise: 1, Stamp: true, JPEG: 35}},
	},
	{
		File: "../scans/2022-brief.pdf", Special: "两页的灰度扫描件，正文只有要紧的几句，给mutate损坏用，识别时要装Tesseract",
		Seed: 42, Organ: "青岚县水利局", Year: 2022, Form: form.Edition2021, Scale: Small,
		Render: Scanned, Style: Style{Font: song, Latin: latin, Size: 10.5, Margin: 40, Brief: true, Scan: Scan{DPI: 150, JPEG: 25, Skew: 0.05}},
	},
	{
		File: "rtf-named-doc.doc", Special: "扩展名是doc的RTF文件，标题自动编号，留有修订痕迹，表三一格有错",
		Seed: 39, Organ: "临汀县文化和旅游局", Year: 2021, Form: form.Edition2021, Scale: Small,
		Faults: []Fault{add("applications.granted.business", 3)},
		Wants:  []Want{{Rule: "revisions-left"}},
		Render: RichText, Style: Style{Numerals: Automatic, Footer: true, Word: Word{Tracked: true}},
	},
	{
		File: "open-document.odt", Special: "OpenDocument文件，标题自动编号，留有修订痕迹，表四一处合计有错",
		Seed: 41, Organ: "望泽县交通运输局", Year: 2022, Form: form.Edition2021, Scale: Large,
		Faults: []Fault{add("remedies.reconsideration.total", 1)},
		Wants:  []Want{{Rule: "revisions-left"}},
		Render: OpenText, Style: Style{Numerals: Automatic, Footer: true, Word: Word{Tracked: true}},
	},
}
