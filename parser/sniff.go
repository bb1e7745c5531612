package parser

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/odt"
	"gouji/parser/salvage"
	"gouji/parser/wordxml"
)

const (
	headerSpan = 1024 // bytes in which %PDF must begin, as viewers allow
	markupSpan = 8192 // bytes in which a page's first tags are looked for

	// maxParts is how many files a DOCX may hold: a report has some thirty, and
	// each takes memory before any is read.
	maxParts = 20_000
)

var (
	oleSign  = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	zipSign  = []byte("PK\x03\x04")
	zipEmpty = []byte("PK\x05\x06")
)

// locked is an OLE container that holds a DOCX, or another Office file, under a
// password.
const locked document.Format = "locked"

// sniff tells a file's format by its content. The error is a *document.Error
// that names what the file is instead.
func sniff(data []byte) (document.Format, error) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return "", document.Errorf(document.Corrupt, "文件是空的")
	case bytes.Contains(data[:min(len(data), headerSpan)], []byte("%PDF-")):
		return document.PDF, nil
	case bytes.HasPrefix(data, zipSign), bytes.HasPrefix(data, zipEmpty):
		return sniffArchive(data)
	case bytes.HasPrefix(data, oleSign):
		return sniffOLE(data)
	case buriedArchive(data):
		return sniffArchive(data)
	}
	if err := sniffForeign(data); err != nil {
		return "", err
	}
	switch {
	case docx.IsFlat(data):
		return document.DOCX, nil
	case wordxml.Is(data):
		return document.WordXML, nil
	case bytes.HasPrefix(document.Unmarked(data), []byte(`{\rtf`)):
		return document.RTF, nil
	case odt.IsFlat(data):
		return document.ODT, nil
	case isMail(data):
		return document.MHTML, nil
	case isMarkup(data):
		return document.HTML, nil
	}
	return "", sniffText(data)
}

// buriedArchive reports whether an archive of a document begins behind other bytes:
// a line of a web server's answer, or a first sector that was lost.
func buriedArchive(data []byte) bool {
	return bytes.Contains(data, zipSign) &&
		(bytes.Contains(data, []byte("word/document.xml")) || bytes.Contains(data, []byte("content.xml")) || bytes.Contains(data, []byte("OFD.xml")))
}

// sniffArchive tells DOCX from the other formats that are ZIP archives.
func sniffArchive(data []byte) (document.Format, error) {
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return "", document.Exceeded(document.Content, "文件是压缩包，里面的文件超过 %d 个，不像是年度报告", maxParts)
	}
	data, lost := salvage.Zip(data)
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return "", &document.Error{Kind: document.Corrupt, Message: "ZIP 结构损坏或文件不完整，无法打开", Err: err}
	}
	for _, f := range archive.File {
		name := strings.ReplaceAll(f.Name, "\\", "/")
		switch {
		case strings.HasPrefix(name, "word/"):
			return document.DOCX, nil
		case strings.EqualFold(strings.TrimPrefix(name, "/"), "OFD.xml"):
			return document.OFD, nil
		case strings.HasPrefix(name, "xl/"):
			return "", unsupported("Excel 工作簿（XLSX）", "PDF 或 DOCX")
		case strings.HasPrefix(name, "ppt/"):
			return "", unsupported("PowerPoint 演示文稿（PPTX）", "PDF 或 DOCX")
		case name == "mimetype":
			return sniffMimetype(f)
		}
	}
	if lost != "" {
		return "", document.Errorf(document.Corrupt, "压缩包损坏或不完整，正文缺失")
	}
	return "", document.Errorf(document.Unsupported, "这是 ZIP 压缩包，里面没有 Word 正文")
}

func sniffMimetype(f *zip.File) (document.Format, error) {
	r, err := f.Open()
	if err != nil {
		return "", &document.Error{Kind: document.Corrupt, Message: "ZIP 结构损坏，无法打开", Err: err}
	}
	defer r.Close()
	kind, _ := io.ReadAll(io.LimitReader(r, 100))
	switch {
	case bytes.Contains(kind, []byte("opendocument.text")):
		return document.ODT, nil
	case bytes.Contains(kind, []byte("epub")):
		return "", unsupported("EPUB 电子书", "PDF 或 DOCX")
	}
	return "", unsupported("OpenDocument 文件", "DOCX")
}

// sniffOLE tells apart what the old Office container may hold, by the names of
// its streams, which are UTF-16.
func sniffOLE(data []byte) (document.Format, error) {
	const directoryAt, sector = 0x30, 512
	has := func(name string) bool { return bytes.Contains(data, wide(name)) }
	switch {
	case has("EncryptedPackage"), has("EncryptionInfo"):
		return locked, nil
	case has("WordDocument"):
		return document.DOC, nil
	case has("Workbook"), has("Book"):
		return "", unsupported("旧版 Excel 工作簿（XLS）", "PDF 或 DOCX")
	case has("PowerPoint Document"):
		return "", unsupported("旧版 PowerPoint 演示文稿（PPT）", "PDF 或 DOCX")
	case len(data)%sector != 0, (int64(binary.LittleEndian.Uint32(data[directoryAt:]))+1)*sector >= int64(len(data)):
		return "", document.Errorf(document.Corrupt, "旧版 Office 文件不完整，末尾缺失，打不开")
	}
	return "", unsupported("旧版 Office 文件", "DOCX")
}

func wide(s string) []byte {
	var b []byte
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}

// foreign are the first bytes of formats that people hand in by mistake.
var foreign = []struct{ sign, name, instead string }{
	{"\x89PNG", "PNG 图片", "带文字的 PDF 或 DOCX"},
	{"\xFF\xD8\xFF", "JPEG 图片", "带文字的 PDF 或 DOCX"},
	{"GIF8", "GIF 图片", "带文字的 PDF 或 DOCX"},
	{"BM", "BMP 图片", "带文字的 PDF 或 DOCX"},
	{"II*\x00", "TIFF 图片", "带文字的 PDF 或 DOCX"},
	{"MM\x00*", "TIFF 图片", "带文字的 PDF 或 DOCX"},
	{"RIFF", "多媒体文件", "PDF 或 DOCX"},
	{"%!PS", "PostScript 文件", "PDF"},
	{"Rar!", "RAR 压缩包", "解开后的文件"},
	{"7z\xBC\xAF", "7z 压缩包", "解开后的文件"},
	{"\x1F\x8B", "GZIP 压缩文件", "解开后的文件"},
	{"AT&TFORM", "DjVu 文件", "PDF"},
}

func sniffForeign(data []byte) error {
	text := document.Unmarked(data)
	for _, f := range foreign {
		if bytes.HasPrefix(data, []byte(f.sign)) || bytes.HasPrefix(text, []byte(f.sign)) {
			return unsupported(f.name, f.instead)
		}
	}
	return nil
}

func unsupported(name, instead string) error {
	return document.Errorf(document.Unsupported, "这是%s，本程序不读这种格式，请改交%s", name, instead)
}

// mailHeader is the header of a message that has MIME parts, as a web archive
// has it: lines of names and values, MIME-Version among them.
var mailHeader = regexp.MustCompile(`^(?:[A-Za-z-]+:.*\n(?:[ \t].*\n)*)*(?i:mime-version):`)

func isMail(data []byte) bool {
	text := document.Unmarked(data)
	return mailHeader.Match(text[:min(len(text), markupSpan)])
}

// markup are the tags by which a page is known. Bytes of GBK and UTF-8 agree
// in them; the zeros of UTF-16 are dropped first.
var markup = [][]byte{
	[]byte("<!doctype html"), []byte("<html"), []byte("<head"), []byte("<body"), []byte("<meta"),
	[]byte("<table"), []byte("<div"), []byte("<p>"), []byte("<p "), []byte("<span"), []byte("<h1"), []byte("<h2"),
	[]byte("<title"), []byte("<script"), []byte("<style"), []byte("<section"), []byte("<article"),
}

// WordXMLSpan is how many bytes of a file IsWordXML needs.
const WordXMLSpan = markupSpan

// IsWordXML reports whether a file that begins so is a Word document in one XML file,
// of Word 2003 or of today.
func IsWordXML(start []byte) bool { return docx.IsFlat(start) || wordxml.Is(start) }

func isMarkup(data []byte) bool {
	start := bytes.ReplaceAll(data[:min(len(data), 2*markupSpan)], []byte{0}, nil)
	start = bytes.ToLower(start)
	for _, tag := range markup {
		if bytes.Contains(start, tag) {
			return true
		}
	}
	return false
}

// sniffText says that the file is plain text, or that nothing is known of it.
func sniffText(data []byte) error {
	start := data[:min(len(data), headerSpan)]
	for len(start) > 0 && len(start) > headerSpan-utf8.UTFMax && !utf8.Valid(start) {
		start = start[:len(start)-1]
	}
	if utf8.Valid(start) && !bytes.Contains(start, []byte{0}) {
		return unsupported("纯文本文件", "PDF、DOCX 或 HTML")
	}
	return document.Errorf(document.Unsupported, "认不出这个文件的格式")
}
