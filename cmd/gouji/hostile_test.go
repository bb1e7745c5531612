package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
	"gouji/parser/document/documenttest"
	"gouji/parser/pdf/pdftest"
)

// wordFile is a DOCX whose document part is the XML.
func wordFile(t *testing.T, xml string) string {
	t.Helper()
	return string(documenttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", xml))
}

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// committed is a report of the repository's own.
func committed(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../corpus/samples", name))
	require.NoError(t, err)
	return string(data)
}

func webPage(body string) string { return "<html><body>" + body + "</body></html>" }

// badFiles are inputs that give no report, by the kind of their error.
func badFiles(t *testing.T) map[document.Kind]map[string]string {
	pdf, word := committed(t, "kangxi-radicals.pdf"), committed(t, "2021-clean-word.docx")
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	laughs := `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`
	scan := "q 600 0 0 800 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q"
	return map[document.Kind]map[string]string{
		document.Corrupt: {
			"empty.pdf": "", "cut.pdf": pdf[:len(pdf)/20], "cut.docx": word[:len(word)/2],
			"loop.pdf":    string(pdftest.Loop()),
			"laughs.docx": wordFile(t, laughs+"<w:document "+wordSpace+"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"),
			"xxe.docx":    wordFile(t, `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document `+wordSpace+`><w:body>&x;</w:body></w:document>`),
		},
		document.Encrypted: {"locked.pdf": string(pdftest.Encrypted("secret")), "locked.docx": ole + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"},
		document.NoText: {
			"scan.pdf": string(pdftest.Drawn("", scan)), "scan.html": webPage(`<img src="1.png">`),
			"scan.docx": wordFile(t, "<w:document "+wordSpace+"><w:body><w:p/></w:body></w:document>"),
		},
		document.TooLarge: {
			"bomb.docx":  wordFile(t, strings.Repeat(" ", 40<<20)),
			"deep.docx":  wordFile(t, "<w:document "+wordSpace+">"+strings.Repeat("<w:sdt>", 100_000)),
			"deep.html":  webPage(strings.Repeat("<div>", 1_000_000)),
			"spans.html": webPage("<table>" + strings.Repeat("<tr><td colspan=9999999 rowspan=9999999>1<td>2", 1000) + "</table>"),
			"pages.pdf":  string(pdftest.Pages(10_000)),
		},
		document.Unsupported: {"workbook.doc": ole + "W\x00o\x00r\x00k\x00b\x00o\x00o\x00k\x00", "text.html": "just some words", "picture.pdf": "\x89PNG\r\n\x1a\n"},
		document.NotReport: {
			"budget.html":    webPage("<h1>青溪县水利局2024年部门预算</h1><table><tr><td>项目<td>预算数<tr><td>合计<td>120</table>"),
			"bulletin.html":  webPage("<h1>青溪县人民政府公报</h1><p>2024年第3期</p><p>一、文件选登</p>"),
			"english.html":   webPage("<h1>Annual report</h1><p>Call me Ishmael. Some years ago, never mind how long precisely.</p>"),
			"free-2015.html": webPage("<h1>青溪县2015年政府信息公开工作年度报告</h1><p>一、概述</p><p>二、主动公开政府信息的情况</p>"),
			"laughs.html":    laughs + webPage("<p>&b;</p>"),
			"sheet.html":     webPage("<table>" + strings.Repeat("<tr>"+strings.Repeat("<td>12.5", 20), 200) + "</table>"),
		},
	}
}

type record struct {
	Source struct{ Path string }
	Error  *struct{ Kind, Message string }
}

func records(t *testing.T, lines string) map[string]*record {
	t.Helper()
	all := map[string]*record{}
	for line := range strings.Lines(lines) {
		var r record
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		assert.Nil(t, all[filepath.Base(r.Source.Path)], "one record each")
		all[filepath.Base(r.Source.Path)] = &r
	}
	return all
}

// Whatever is wrong with a file, it gives one record with its kind, and its
// neighbours are read.
func TestBadInputIsOneRecordEachAndTheRestIsRead(t *testing.T) {
	folder, good, want := t.TempDir(), sample(nil), map[string]document.Kind{}
	write := func(name, content string, kind document.Kind) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644))
		want[name] = kind
	}
	for kind, files := range badFiles(t) {
		for name, content := range files {
			write(name, content, kind)
		}
	}
	write("0-first.html", good, "")
	write("zz-last.html", good, "")
	write("pdf-named.docx", committed(t, "kangxi-radicals.pdf"), "")
	write("word-named.pdf", committed(t, "2021-clean-word.docx"), "")
	write("page-named.doc", good, "")
	word := committed(t, "2021-clean-word.docx")
	write("cut-in-directory.docx", word[:len(word)-5], "")
	want["missing.pdf"] = document.Unreadable
	var out, errs bytes.Buffer
	code := run([]string{"check", "--format", "jsonl", folder, filepath.Join(folder, "missing.pdf")}, nil, &out, &errs)
	assert.Equal(t, exitFailed, code)
	got := records(t, out.String())
	assert.Len(t, got, len(want))
	for name, kind := range want {
		if !assert.NotNil(t, got[name], name) {
			continue
		}
		if kind == "" {
			assert.Nil(t, got[name].Error, name)
			continue
		}
		if assert.NotNil(t, got[name].Error, name) {
			assert.Equal(t, string(kind), got[name].Error.Kind, "%s: %s", name, got[name].Error.Message)
			assert.Regexp(t, `\p{Han}`, got[name].Error.Message, name)
		}
	}
}

func TestTwoReportsInOneFileAreToldByTheirDoubts(t *testing.T) {
	other := sample(map[string]string{"applications.new.natural_person": "5", "applications.new.total": "5"})
	path := filepath.Join(t.TempDir(), "two.html")
	both := strings.Replace(sample(nil), "</body></html>", "", 1) + other[strings.Index(other, "<h1>"):]
	require.NoError(t, os.WriteFile(path, []byte(both), 0o644))
	var out, errs bytes.Buffer
	assert.Equal(t, exitClean, run([]string{"parse", "--format", "jsonl", path}, nil, &out, &errs))
	assert.True(t, slices.ContainsFunc(figuresOf(t, out.String()), func(f figure) bool {
		return f.ID == "applications.new.natural_person" && f.Doubtful
	}))
}

// A report that lost its end is read as far as it goes, or refused; nothing
// that is read of it is another number than before.
func TestATruncatedReportGivesNoOtherNumbers(t *testing.T) {
	whole := sample(map[string]string{"applications.new.natural_person": "34567"})
	folder := t.TempDir()
	const pieces = 60
	for i := range pieces {
		name := filepath.Join(folder, string(rune('a'+i/26))+string(rune('a'+i%26))+".html")
		require.NoError(t, os.WriteFile(name, []byte(whole[:len(whole)*i/pieces]), 0o644))
	}
	at := strings.Index(whole, "34567") // in the middle of a number
	require.NoError(t, os.WriteFile(filepath.Join(folder, "z.html"), []byte(whole[:at+3]), 0o644))
	var out, errs bytes.Buffer
	run([]string{"parse", "--format", "jsonl", folder}, nil, &out, &errs)
	known := truth(t, whole)
	lines := 0
	for line := range strings.Lines(out.String()) {
		lines++
		for _, f := range figuresOf(t, line) {
			if f.State == "number" && !f.Doubtful {
				assert.Equal(t, known[f.ID], f.Value, f.ID)
			}
		}
	}
	assert.Equal(t, pieces+1, lines)
}

type figure struct {
	ID, State string
	Value     float64
	Doubtful  bool
}

func figuresOf(t *testing.T, line string) []figure {
	t.Helper()
	var report struct{ Figures []figure }
	require.NoError(t, json.Unmarshal([]byte(line), &report))
	return report.Figures
}

func truth(t *testing.T, text string) map[string]float64 {
	t.Helper()
	var out, errs bytes.Buffer
	require.Equal(t, exitClean, run([]string{"parse", "--format", "jsonl", "-"}, strings.NewReader(text), &out, &errs))
	known := map[string]float64{}
	for _, f := range figuresOf(t, out.String()) {
		known[f.ID] = f.Value
	}
	return known
}
