package docx

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

// refused reads data that must be refused and gives the error.
func refused(t testing.TB, data []byte) *document.Error {
	t.Helper()
	doc, err := Read(context.Background(), data, Limits{})
	require.Error(t, err)
	assert.Nil(t, doc)
	var known *document.Error
	require.True(t, errors.As(err, &known))
	assert.NotEmpty(t, known.Message)
	return known
}

func TestStrictOOXMLIsRead(t *testing.T) {
	f := wordFile(p("严格") + tbl(tr("7")))
	f["word/document.xml"] = strings.ReplaceAll(f["word/document.xml"], transitional, strict)
	f["_rels/.rels"] = strings.ReplaceAll(f["_rels/.rels"], "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
	assert.Equal(t, []string{"严格", "[table]"}, lines(read(t, f)))
}

func TestADocumentPartOfAnotherName(t *testing.T) {
	for _, target := range []string{"word/document2.xml", "/word/document2.xml", "./word/document2.xml", "WORD/Document2.xml", `word\document2.xml`} {
		f := file{
			"_rels/.rels":                   relsXML("officeDocument", target),
			"word/_rels/document2.xml.rels": relsXML("numbering", "lists.xml"),
			"word/document2.xml":            documentXML(numberedP(1, 0, "a")),
			"word/lists.xml":                numberingXML(listXML(level1("decimal", "%1.")) + list1),
		}
		assert.Equal(t, []string{"1.a"}, lines(read(t, f)), target)
	}
}

func TestWhatTheLibraryCannotOpenIsReadAllTheSame(t *testing.T) {
	plain := wordFile(p("a"))
	for name, f := range map[string]file{
		"no relationships of the document": wordFile(p("a")).without("word/_rels/document.xml.rels"),
		"no relationships at all":          wordFile(p("a")).without("word/_rels/document.xml.rels").without("_rels/.rels"),
		"backslashes":                      {`_rels\.rels`: plain["_rels/.rels"], `word\document.xml`: plain["word/document.xml"]},
		"a broken relationships part":      wordFile(p("a")).with("_rels/.rels", "<Relationships>"),
	} {
		assert.Equal(t, []string{"a"}, lines(read(t, f)), name)
	}
}

func TestUTF16PartsAreRead(t *testing.T) {
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		encoded := order.AppendUint16(nil, 0xFEFF)
		for _, char := range documentXML(p("7")) {
			encoded = order.AppendUint16(encoded, uint16(char))
		}
		doc := read(t, wordFile("").with("word/document.xml", string(encoded)))
		assert.Equal(t, []string{"7"}, lines(doc))
	}
}

func TestBytesOfAnotherEncodingAreSaidToBeUnread(t *testing.T) {
	doc := body(t, p("7\xB8\xF6")) // 7个 in GBK
	assert.Equal(t, []string{"7\uFFFD"}, lines(doc))
	assert.Contains(t, doc.Incomplete, "UTF-8")
}

func TestADamagedStylesPartIsSaidToBeUnread(t *testing.T) {
	doc, err := Read(context.Background(), liar(t, "word/styles.xml", 1000), Limits{})
	require.NoError(t, err)
	assert.Contains(t, doc.Incomplete, "word/styles.xml 已损坏")
}

func TestWhatIsNoWordFile(t *testing.T) {
	whole := wordFile(p("a")).bytes(t)
	for name, example := range map[string]struct {
		data []byte
		kind document.Kind
		says string
	}{
		"nothing":                {nil, document.Unsupported, "不是 Word 文件"},
		"text":                   {[]byte("政府信息公开"), document.Unsupported, "不是 Word 文件"},
		"cut off":                {whole[:len(whole)/20], document.Corrupt, "不完整"},
		"a workbook":             {file{"_rels/.rels": relsXML("officeDocument", "xl/workbook.xml"), "xl/workbook.xml": "<workbook/>"}.bytes(t), document.Unsupported, "workbook"},
		"an archive":             {file{"a.txt": "a"}.bytes(t), document.Unsupported, "没有 Word 正文"},
		"an empty document":      {wordFile("").with("word/document.xml", "").bytes(t), document.Corrupt, "空"},
		"XML cut off":            {wordFile("").with("word/document.xml", documentXML(p("a"))[:570]).bytes(t), document.Corrupt, "word/document.xml"},
		"tags that do not match": {wordFile("<w:p></w:tbl>").bytes(t), document.Corrupt, "不配对"},
		"an unknown entity":      {wordFile(p("&nbsp;")).bytes(t), document.Corrupt, "&nbsp"},
		"two documents":          {twoDocuments(t), document.Corrupt, "两个"},
		"a password on a part":   {locked(t), document.Encrypted, "密码"},
	} {
		err := refused(t, example.data)
		assert.Equal(t, example.kind, err.Kind, name)
		assert.Contains(t, err.Message, example.says, name)
	}
}

func twoDocuments(t testing.TB) []byte {
	var out bytes.Buffer
	archive := zip.NewWriter(&out)
	for _, text := range []string{"1", "2"} {
		part, err := archive.Create("word/document.xml")
		require.NoError(t, err)
		_, err = part.Write([]byte(documentXML(p(text))))
		require.NoError(t, err)
	}
	require.NoError(t, archive.Close())
	return out.Bytes()
}

// locked sets the encryption bit of every entry in the directory.
func locked(t testing.TB) []byte {
	data := wordFile(p("a")).bytes(t)
	for at := 0; ; at += 4 {
		next := bytes.Index(data[at:], []byte("PK\x01\x02"))
		if next < 0 {
			return data
		}
		at += next
		data[at+8] |= 1
	}
}

func TestABillionLaughsDoNotExpand(t *testing.T) {
	bomb := `<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "哈"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="` + transitional + `"><w:body>` + p("&b;") + `</w:body></w:document>`
	err := refused(t, wordFile("").with("word/document.xml", bomb).bytes(t))
	assert.Equal(t, document.Corrupt, err.Kind)
	assert.Contains(t, err.Message, "DTD")
}

func TestDeepNestingIsTooLarge(t *testing.T) {
	for name, open := range map[string]string{"elements": "<w:x>", "tables": "<w:tbl><w:tr><w:tc>", "content controls": "<w:sdt>"} {
		err := refused(t, wordFile(strings.Repeat(open, 100_000)).bytes(t))
		assert.Equal(t, document.TooLarge, err.Kind, name)
	}
}

// Small files whose reading would take hours or more memory than there is.
func TestNothingGrowsFasterThanTheFile(t *testing.T) {
	mark := `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`
	joinedP := `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + r("x") + `</w:p>`
	var namespaces strings.Builder
	for i := range 100_000 {
		namespaces.WriteString(` xmlns:a` + itoa(i) + `="u"`)
	}
	var definitions strings.Builder
	for i := range 30_000 {
		definitions.WriteString(`<w:abstractNum w:abstractNumId="` + itoa(i) + `"/>`)
	}
	for name, f := range map[string]file{
		"open fields":       wordFile(`<w:p>` + strings.Repeat(mark+r("x"), 20_000) + `</w:p>`),
		"joined paragraphs": wordFile(strings.Repeat(joinedP, 20_000)),
		"namespaces":        wordFile(`<w:p` + namespaces.String() + `>` + strings.Repeat(`<a1:x/><a2:x/>`, 20_000) + `</w:p>`),
		"definitions":       wordFile(p("x")).with("word/numbering.xml", numberingXML(definitions.String())),
		"long numbers":      wordFile(strings.Repeat(numberedP(1, 0, "x"), 5_000)).with("word/numbering.xml", numberingXML(listXML(level1("decimal", strings.Repeat("%1", 50_000)))+list1)),
	} {
		// Packed hard, these would be bombs by their ratio alone.
		limits := Limits{Ratio: 100_000}
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		_, err := Read(ctx, f.bytes(t), limits)
		assert.NoError(t, ctx.Err(), name)
		var known *document.Error
		if errors.As(err, &known) {
			assert.Equal(t, document.TooLarge, known.Kind, name)
		}
		cancel()
	}
}

func TestAnHonestBombIsTooLarge(t *testing.T) {
	for _, part := range []string{"word/document.xml", "word/header1.xml", "word/styles.xml"} {
		data := wordFile(p("a")).with(part, strings.Repeat(" ", 4<<20)).bytes(t)
		assert.Equal(t, document.TooLarge, refused(t, data).Kind, part)
	}
}

// A part that unpacks to 64 MB and says it has 100 bytes.
func TestABombThatLiesIsTooLargeAndTakesNoMemory(t *testing.T) {
	data := liar(t, "word/document.xml", 64<<20)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := refused(t, data)
	runtime.ReadMemStats(&after)
	assert.Equal(t, document.TooLarge, err.Kind)
	assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(8<<20))
}

func liar(t testing.TB, name string, size int) []byte {
	var packed, out bytes.Buffer
	pack, err := flate.NewWriter(&packed, flate.BestSpeed)
	require.NoError(t, err)
	_, err = io.Copy(pack, io.LimitReader(endless{}, int64(size)))
	require.NoError(t, err)
	require.NoError(t, pack.Close())
	archive := zip.NewWriter(&out)
	for part, content := range wordFile("").without(name) {
		w, err := archive.Create(part)
		require.NoError(t, err)
		_, err = w.Write([]byte(content))
		require.NoError(t, err)
	}
	w, err := archive.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(nil),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: 100})
	require.NoError(t, err)
	_, err = w.Write(packed.Bytes())
	require.NoError(t, err)
	require.NoError(t, archive.Close())
	return out.Bytes()
}

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = ' '
	}
	return len(p), nil
}

func TestLimitsHold(t *testing.T) {
	data := wordFile(p("a") + p("b") + tbl(tr("1", "2"), tr("3", "4"))).bytes(t)
	for name, limits := range map[string]Limits{
		"archive": {ArchiveBytes: 100}, "part": {PartBytes: 100}, "total": {TotalBytes: 100}, "depth": {Depth: 3},
		"paragraphs": {Paragraphs: 1}, "rows": {Rows: 1}, "cells": {Cells: 3}, "positions": {Positions: 3},
	} {
		_, err := Read(context.Background(), data, limits)
		var known *document.Error
		require.True(t, errors.As(err, &known), name)
		assert.Equal(t, document.TooLarge, known.Kind, name)
	}
}

func TestTimeIsLimited(t *testing.T) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Unix(0, 0))
	defer cancel()
	_, err := Read(ctx, wordFile(p("a")).bytes(t), Limits{})
	var known *document.Error
	require.True(t, errors.As(err, &known))
	assert.Equal(t, document.Timeout, known.Kind)
	assert.ErrorIs(t, err, context.DeadlineExceeded)

	s := newScanner(ctx, "x", "<a>"+strings.Repeat("<b/>", 5000)+"</a>", Limits{}.withDefaults())
	for s.next() != none {
	}
	require.NotNil(t, s.err)
	assert.Equal(t, document.Timeout, s.err.Kind, "also in the middle of a part")
}
