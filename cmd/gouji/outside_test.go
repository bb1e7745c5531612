package main

import (
	"bytes"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document/documenttest"
)

const officeSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" ` +
	`xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"`

// reachingOut are files that ask for what lies elsewhere: at the address, or in
// the file.
func reachingOut(t *testing.T, address, file string) map[string]string {
	entity := func(where string) string { return `<!DOCTYPE a [<!ENTITY x SYSTEM "` + where + `">]>` }
	text := `<w:document ` + wordSpace + `><w:body><w:p><w:r><w:t>水务局&x;</w:t></w:r></w:p></w:body></w:document>`
	odt := `<office:document-content ` + officeSpace + `><office:body><office:text><text:section text:name="a"><text:section-source xlink:href="` + file + `"/></text:section>` +
		`<text:p>水务局<draw:frame><draw:image xlink:href="` + address + `/1.png"/></draw:frame></text:p></office:text></office:body></office:document-content>`
	page := `<html><head><base href="` + address + `"><link rel=stylesheet href="a.css"><script src="a.js"></script>` +
		`<style>@import "b.css"; @font-face {font-family: a; src: url(a.woff)}</style><meta http-equiv=refresh content="0;url=` + address + `"></head>` +
		`<body><p>水务局</p><img src="1.png"><img src="` + file + `"><iframe src="` + file + `"></iframe><object data="` + file + `"></object></body></html>`
	links := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		`<Relationship Id="r1" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="` + address + `/a.dotm"/>` +
		`<Relationship Id="r2" TargetMode="External" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="` + file + `"/></Relationships>`
	return map[string]string{
		"entity-file.docx": wordFile(t, entity(file)+text),
		"entity-net.docx":  wordFile(t, entity(address)+text),
		"links.docx":       string(documenttest.Zip(t, "[Content_Types].xml", "<Types/>", "word/document.xml", strings.Replace(text, "&x;", "", 1), "word/_rels/document.xml.rels", links)),
		"links.odt":        string(documenttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odt)),
		"entity.odt":       string(documenttest.Zip(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", entity(file)+odt)),
		"links.html":       page,
		"entity.html":      `<?xml version="1.0"?>` + entity(file) + webPage("<p>水务局&x;</p>"),
		"links.mht":        "MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Location: " + address + "\r\n\r\n" + page,
		"links.rtf":        `{\rtf1 {\field{\*\fldinst INCLUDETEXT "` + file + `"}{\fldrslt a}}{\field{\*\fldinst INCLUDEPICTURE "` + address + `/1.png"}{\fldrslt b}}}`,
		"climbing.zip":     string(documenttest.Zip(t, "../../climbed.html", sample(nil), "/climbed.html", sample(nil), `..\climbed.docx`, wordFile(t, text))),
	}
}

// Whatever a file asks for, nothing is fetched, nothing else is read, and
// nothing is written.
func TestNoFileReachesOutOfItself(t *testing.T) {
	var asked atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { asked.Add(1); w.Write([]byte("机密")) }))
	defer server.Close()
	root := t.TempDir()
	secret, folder := filepath.Join(root, "secret.txt"), filepath.Join(root, "a", "b", "in")
	require.NoError(t, os.WriteFile(secret, []byte("机密"), 0o644))
	require.NoError(t, os.MkdirAll(folder, 0o755))
	t.Setenv("TMPDIR", root)
	for name, content := range reachingOut(t, server.URL, "file://"+filepath.ToSlash(secret)) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644))
	}
	before := tree(t, root)
	for _, stage := range [][]string{{"check", "--format", "jsonl"}, {"parse", "--format", "jsonl"}, {"show", "--stage", "document"}} {
		var out, errs bytes.Buffer
		run(append(stage, folder), nil, &out, &errs)
		assert.NotEmpty(t, out.String()+errs.String(), "%v", stage)
		assert.NotContains(t, out.String()+errs.String(), "机密", "%v", stage)
	}
	assert.Zero(t, asked.Load(), "requests")
	assert.Equal(t, before, tree(t, root))
}

func tree(t *testing.T, root string) (names []string) {
	t.Helper()
	require.NoError(t, filepath.WalkDir(root, func(path string, _ fs.DirEntry, err error) error {
		names = append(names, path)
		return err
	}))
	return names
}
