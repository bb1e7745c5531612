package letter

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/store"
	. "gouji/corpus/store/storetest"
	"gouji/validate"
)

// papers: one report is right, one has an error and a doubtful figure, one only a
// warning, one could not be read.
var papers = []Paper{
	{Path: "年报/水利局.pdf", Facts: Report("青溪县水利局", Balanced)},
	{Path: "年报/教育局.pdf", Facts: Report("青溪县教育局", Balanced+"applications.granted.natural_person 9\nremedies.reconsideration.pending 7 doubtful \"看不清\"\n")},
	{Path: "年报/财政局.docx", Facts: Report("青溪县财政局", Balanced+"applications.granted.research dash\n")},
	{Path: "年报/坏.docx", Facts: ""},
}

func season(t *testing.T, papers ...Paper) (*store.Store, *store.Run) {
	s := New(t)
	return s, Run(t, s, validate.Options{}, papers...)
}

// paragraphs are the words of a letter, a line a paragraph.
func paragraphs(t *testing.T, data []byte) string {
	t.Helper()
	read, err := Read(data)
	require.NoError(t, err)
	var lines []string
	var walk func(*element)
	walk = func(e *element) {
		if e.name == "p" {
			lines = append(lines, e.words())
			return
		}
		for _, c := range e.children {
			walk(c)
		}
	}
	walk(read.root)
	return strings.Join(lines, "\n")
}

func TestALetterSaysWhatIsWrongWhereAndWhatToDo(t *testing.T) {
	s, run := season(t, papers...)
	folder := t.TempDir()
	summary, err := Write(context.Background(), folder, s, run, Options{Sender: "青溪县政务公开办公室", Deadline: "2025年3月10日", Date: "2025年2月20日"})
	require.NoError(t, err)
	assert.Equal(t, &Summary{Letters: []string{"第1次-青溪县教育局-2024.docx", "第1次-青溪县财政局-2024.docx"}, Archive: "第1次-整改通知.zip", Clean: 1, Unread: 1}, summary)
	data, err := os.ReadFile(filepath.Join(folder, summary.Letters[0]))
	require.NoError(t, err)
	assert.Equal(t, strings.TrimSpace(`
关于青溪县教育局2024年度政府信息公开工作年度报告的整改通知
青溪县教育局：
经核对，你单位报送的2024年度政府信息公开工作年度报告（教育局.pdf）有1处需要改正。请于2025年3月10日前逐项对照台账核对，改正后重新报送；核对后确认无误的，请书面说明理由。
一、需要改正的问题
1．第4页 表三自然人列：（一）予以公开 9 + 4.保护第三方合法权益 2 = 11，总计 8。（A08）
推断：把表三“（一）予以公开”自然人由 9 改为 6，则有关的2处勾稽关系都成立（以台账为准）
依据：国办公开办函〔2021〕30号《政府信息公开工作年度报告格式》 表三第三项“（七）总计”
处理：逐行核对该列，改正有误的一格。
连带，改正后应一并消失：表三“（一）予以公开”行：只有自然人 9，总计 6
二、请核对的数字
下列各处核对时没有读准，不作为问题提出，请对照原件看一看。
1．第4页 表四有1格没有读准，不参与核对，请核对原件：表四行政复议·尚未审结（看不清）。
附：括号内的编号是核对规则的编号，联系时请注明。

青溪县政务公开办公室
2025年2月20日`), paragraphs(t, data))
}

// A rule of practice or logic is a reason, not a ground.
func TestPracticeIsNotWordedAsLaw(t *testing.T) {
	s, run := season(t, papers...)
	folder := t.TempDir()
	summary, err := Write(context.Background(), folder, s, run, Options{Units: []string{"财政"}})
	require.NoError(t, err)
	require.Len(t, summary.Letters, 1)
	data, err := os.ReadFile(filepath.Join(folder, summary.Letters[0]))
	require.NoError(t, err)
	words := paragraphs(t, data)
	assert.Contains(t, words, "一、需要核实的问题")
	assert.Regexp(t, `理由：.*（依据通行做法，不是规定）`, words)
	assert.NotContains(t, words, "\n依据：")
	assert.Contains(t, words, "请于____年__月__日前", "a line to fill in by hand")
}

func TestTheSameRunGivesTheSameLettersAndNoneIsReplaced(t *testing.T) {
	s, run := season(t, papers...)
	one, two := t.TempDir(), t.TempDir()
	for _, folder := range []string{one, two} {
		_, err := Write(context.Background(), folder, s, run, Options{})
		require.NoError(t, err)
	}
	assert.Equal(t, contents(t, one), contents(t, two))
	archive := contents(t, one)["第1次-整改通知.zip"]
	z, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	require.NoError(t, err)
	for _, f := range z.File {
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		assert.Equal(t, contents(t, one)[f.Name], string(data), f.Name)
	}
	require.Len(t, z.File, 2)

	require.NoError(t, os.Remove(filepath.Join(one, "第1次-青溪县教育局-2024.docx")))
	_, err = Write(context.Background(), one, s, run, Options{})
	require.ErrorIs(t, err, ErrExists)
	assert.NotContains(t, contents(t, one), "第1次-青溪县教育局-2024.docx", "nothing is written when not all can be")
}

// A run that broke off, as by a full disk, left some letters and no archive: the next
// goes on, but keeps off what somebody changed since.
func TestARunThatBrokeOffIsCompleted(t *testing.T) {
	s, run := season(t, papers...)
	folder := t.TempDir()
	_, err := Write(context.Background(), folder, s, run, Options{})
	require.NoError(t, err)
	whole := contents(t, folder)

	require.NoError(t, os.Remove(filepath.Join(folder, "第1次-整改通知.zip")))
	require.NoError(t, os.Remove(filepath.Join(folder, "第1次-青溪县教育局-2024.docx")))
	_, err = Write(context.Background(), folder, s, run, Options{})
	require.NoError(t, err)
	assert.Equal(t, whole, contents(t, folder))

	require.NoError(t, os.Remove(filepath.Join(folder, "第1次-整改通知.zip")))
	require.NoError(t, os.WriteFile(filepath.Join(folder, "第1次-青溪县教育局-2024.docx"), []byte("changed"), 0o644))
	_, err = Write(context.Background(), folder, s, run, Options{})
	require.ErrorIs(t, err, ErrExists)
	assert.NotContains(t, contents(t, folder), "第1次-整改通知.zip")
}

func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		require.NoError(t, err)
		files[e.Name()] = string(data)
	}
	return files
}

func TestAUnitThatIsNotThereIsAnError(t *testing.T) {
	s, run := season(t, papers...)
	_, err := Write(context.Background(), t.TempDir(), s, run, Options{Units: []string{"教育局", "气象局"}})
	require.ErrorIs(t, err, ErrUnit)
	assert.ErrorContains(t, err, "气象局")
}

// Two files of a unit give one letter, in which each thing names its file.
func TestAUnitGetsOneLetter(t *testing.T) {
	s, run := season(t,
		Paper{Path: "a/网页.html", Facts: Report("青溪县教育局", Balanced+"applications.granted.natural_person 9\n")},
		Paper{Path: "b/公报.pdf", Facts: Report("青溪县教育局", Balanced+"applications.granted.natural_person 8\n")})
	folder := t.TempDir()
	summary, err := Write(context.Background(), folder, s, run, Options{})
	require.NoError(t, err)
	require.Len(t, summary.Letters, 1)
	words := paragraphs(t, []byte(contents(t, folder)[summary.Letters[0]]))
	assert.Contains(t, words, "《网页.html》")
	assert.Contains(t, words, "《公报.pdf》第4页 表三自然人列")
}

func TestALetterToAnUnsureUnitSaysSo(t *testing.T) {
	u := &unit{organ: "青溪县教育局", year: 2024, organDoubt: true, files: []string{"x.pdf"}}
	assert.Equal(t, "青溪县教育局（请核对单位）", u.values(&Options{}).single["单位"])
	assert.Equal(t, "2024", u.values(&Options{}).single["年度"])
	assert.Equal(t, []string{"第3次-青溪县教育局-2024-请核对单位和年度.docx"}, names([]*unit{u}, 3))
}

func TestFileNamesAreSafe(t *testing.T) {
	units := []*unit{
		{organ: "甲局", year: 2024}, {organ: "甲局", year: 2024}, {organ: "甲局-2024（2）"},
		{organ: `../乙/局\:*?"<>|` + "\x00\u202e", year: 2023}, {organ: "..", files: []string{"x.pdf"}}, {files: []string{"丙局 年报.pdf"}},
		{organ: strings.Repeat("长", 300)},
	}
	assert.Equal(t, []string{"第1次-甲局-2024.docx", "第1次-甲局-2024（2）.docx", "第1次-甲局-2024（2）（2）.docx",
		"第1次-乙局-2023.docx", "第1次-未写明单位.docx", "第1次-丙局 年报.docx", "第1次-" + strings.Repeat("长", 40) + ".docx"}, names(units, 1))
}

// word is a template with a body.
func word(t *testing.T, body string) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, content := range map[string]string{
		"word/document.xml":            `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
		"word/_rels/document.xml.rels": `<Relationships/>`,
	} {
		w, err := z.Create(name)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return file.Bytes()
}

// filled is what becomes of a body.
func filled(t *testing.T, body string, v values) string {
	t.Helper()
	template, err := Read(word(t, body))
	require.NoError(t, err)
	var letter bytes.Buffer
	require.NoError(t, template.fill(&letter, v))
	opened, err := Read(letter.Bytes())
	require.NoError(t, err)
	content := strings.TrimSuffix(strings.TrimPrefix(opened.content, `<w:document xmlns:w="w"><w:body>`), `</w:body></w:document>`)
	return strings.ReplaceAll(content, ` xml:space="preserve"`, "")
}

var two = values{single: fields{"单位": `甲 & <乙>局`, "概述": ""}, lists: lists{listError: {{"问题": "缺表", "改法": "补上"}, {"问题": "不等", "改法": ""}}}}

func TestPlaceholders(t *testing.T) {
	for _, c := range []struct{ about, body, want string }{
		{"what is special in XML", `<w:p><w:t>{{单位}}：</w:t></w:p>`, `<w:p><w:t>甲 &amp; &lt;乙&gt;局：</w:t></w:p>`},
		{"Word divides a placeholder into runs", `<w:p><w:r><w:t>致{</w:t></w:r><w:proofErr/><w:r><w:t>{单</w:t></w:r><w:r><w:t>位}}：</w:t></w:r></w:p>`,
			`<w:p><w:r><w:t>致甲 &amp; &lt;乙&gt;局</w:t></w:r><w:proofErr/><w:r><w:t></w:t></w:r><w:r><w:t>：</w:t></w:r></w:p>`},
		{"paragraphs side by side are repeated together", `<w:p><w:t>{{错误.问题}}</w:t></w:p><w:p><w:t>处理：{{错误.改法}}</w:t></w:p><w:p><w:t>完</w:t></w:p>`,
			`<w:p><w:t>缺表</w:t></w:p><w:p><w:t>处理：补上</w:t></w:p><w:p><w:t>不等</w:t></w:p><w:p><w:t>完</w:t></w:p>`},
		{"the row of a table is repeated, and its cells keep a paragraph", `<w:tbl><w:tr><w:tc><w:p><w:t>{{错误.问题}}</w:t></w:p></w:tc><w:tc><w:p><w:t>{{错误.改法}}</w:t></w:p></w:tc></w:tr></w:tbl>`,
			`<w:tbl><w:tr><w:tc><w:p><w:t>缺表</w:t></w:p></w:tc><w:tc><w:p><w:t>补上</w:t></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:t>不等</w:t></w:p></w:tc><w:tc><w:p><w:t></w:t></w:p></w:tc></w:tr></w:tbl>`},
		{"sections that stand are numbered", `<w:p><w:t>{{节}}、疑{{有存疑}}</w:t></w:p><w:p><w:t>{{节}}、错{{有错误}}</w:t></w:p><w:p><w:t>{{节}}、完</w:t></w:p>`,
			`<w:p><w:t>一、错</w:t></w:p><w:p><w:t>二、完</w:t></w:p>`},
		{"a paragraph of nothing is left out", `<w:p><w:t>说明：{{概述}}</w:t></w:p><w:p/>`, `<w:p/>`},
		{"a text box in a paragraph", `<w:p><w:r><w:pict><w:txbxContent><w:p><w:t>{{单位}}</w:t></w:p></w:txbxContent></w:pict></w:r></w:p>`,
			`<w:p><w:r><w:pict><w:txbxContent><w:p><w:t>甲 &amp; &lt;乙&gt;局</w:t></w:p></w:txbxContent></w:pict></w:r></w:p>`},
	} {
		assert.Equal(t, c.want, filled(t, c.body, two), c.about)
	}
}

func TestTemplatesThatCannotBeUsed(t *testing.T) {
	_, err := Read([]byte("no Word file"))
	require.ErrorIs(t, err, ErrNotWord)
	for _, wrong := range []string{"{{单 位}}", "{{单位名}}", "{{错误.问}}", "{{存疑.改法}}", "{{有问题}}"} {
		_, err = Read(word(t, `<w:p><w:t>`+wrong+`</w:t></w:p>`))
		if wrong == "{{单 位}}" { // is no placeholder at all: text in braces
			require.NoError(t, err)
			continue
		}
		require.ErrorIs(t, err, ErrPlaceholder, wrong)
	}
	_, err = Read(word(t, `<w:p><w:t>`))
	require.ErrorIs(t, err, errXML)
	_, err = Read(word(t, strings.Repeat("<w:p>", maxDepth+1)))
	require.ErrorIs(t, err, errXML)
}

func TestTheBundledTemplateIsFitForUse(t *testing.T) {
	assert.NotPanics(t, func() { Default() })
	assert.Equal(t, DefaultFile(), DefaultFile())
	for _, name := range append(append([]string{}, singleNames...), fieldNames...) {
		assert.Contains(t, Help(), name)
	}
}
