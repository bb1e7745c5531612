package letter

import (
	"archive/zip"
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/nguyenthenguyen/docx"
)

// Template is a Word file with placeholders:
//
//	{{单位}}        one value, wherever it stands
//	{{错误.问题}}    a value of each thing of the list 错误: the paragraphs side by side,
//	              or the row of a table, in which such stand are repeated for each
//	{{有错误}}       nothing; its paragraph stands only when the list is not empty
//	{{节}}          一, 二, 三 … for each paragraph with it that stands
//
// A paragraph whose placeholders all stand for nothing is left out. Word divides text
// into runs as it likes, also within a placeholder; it is found all the same, and
// its value looks like its first character. The words of the notation are in Help.
type Template struct {
	data    []byte
	content string
	root    *element
}

// placeholder is {{name}} or {{list.name}}.
var placeholder = regexp.MustCompile(`\{\{\s*([^{}.\s]+)(?:\.([^{}\s]+))?\s*\}\}`)

// The words that placeholders may have.
var (
	singleNames = []string{"单位", "年度", "文件", "概述", "错误数", "警告数", "提示数", "存疑数", "期限", "落款", "日期"}
	fieldNames  = []string{"序号", "全句", "位置", "问题", "涉及", "推断", "表内", "应为", "依据", "理由", "改法", "连带", "编码", "规则", "文件"}
	doubtNames  = []string{"序号", "全句", "位置", "文件"}
)

const (
	sectionName = "节"
	onlyIf      = "有" // begins the name of a condition
)

// Errors of a template.
var (
	ErrNotWord     = errors.New("模板要是 Word 文件（.docx）")
	ErrPlaceholder = errors.New("模板里有不认识的占位词")
)

//go:embed template
var parts embed.FS

// partFiles are the parts of the bundled template, in the order of its package, and
// the files that hold them here.
var partFiles = [][2]string{
	{"[Content_Types].xml", "types.xml"}, {"_rels/.rels", "package.xml"}, {"word/document.xml", "document.xml"},
	{"word/_rels/document.xml.rels", "relations.xml"}, {"word/styles.xml", "styles.xml"}, {"word/footer1.xml", "footer.xml"},
}

// Default is the bundled template.
func Default() *Template {
	t, err := Read(DefaultFile())
	if err != nil {
		panic(err) // a test reads it
	}
	return t
}

// DefaultFile is the bundled template as a Word file, for an office to begin with.
func DefaultFile() []byte {
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range partFiles {
		data, err := parts.ReadFile("template/" + part[1])
		if err != nil {
			panic(err) // a test makes it
		}
		w, _ := z.Create(part[0]) // into memory
		w.Write(data)
	}
	z.Close()
	return file.Bytes()
}

// Read reads a template and looks at its placeholders.
func Read(data []byte) (*Template, error) {
	opened, err := docx.ReadDocxFromMemory(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w：%v", ErrNotWord, err)
	}
	defer opened.Close()
	t := &Template{data: data, content: opened.Editable().GetContent()}
	if t.root, err = parse(t.content); err != nil {
		return nil, err
	}
	return t, check(t.root)
}

// check refuses placeholders that stand for nothing: one that is misspelt would
// be sent to the units.
func check(e *element) error {
	if e.name != "p" {
		for _, c := range e.children {
			if err := check(c); err != nil {
				return err
			}
		}
		return nil
	}
	for _, match := range placeholder.FindAllStringSubmatch(e.words(), -1) {
		if !known(match[1], match[2]) {
			return fmt.Errorf("%w：%s", ErrPlaceholder, match[0])
		}
	}
	return nil
}

func known(name, field string) bool {
	list := strings.TrimPrefix(name, onlyIf)
	switch {
	case field == "" && list != name:
		return slices.Contains(listNames, list)
	case field == "":
		return name == sectionName || slices.Contains(singleNames, name)
	case name == listDoubt:
		return slices.Contains(doubtNames, field)
	}
	return slices.Contains(listNames, name) && slices.Contains(fieldNames, field)
}

// fill writes a letter. The library writes the parts in the template's order,
// without dates.
func (t *Template) fill(to io.Writer, v values) error {
	opened, err := docx.ReadDocxFromMemory(bytes.NewReader(t.data), int64(len(t.data)))
	if err != nil {
		return err
	}
	defer opened.Close()
	document := opened.Editable()
	p := &printer{template: t, values: v}
	p.inside(t.root)
	document.SetContent(p.out.String())
	for _, name := range singleNames { // heads and feet hold single values at most
		value := v.single[name]
		if err := errors.Join(document.ReplaceHeader("{{"+name+"}}", value), document.ReplaceFooter("{{"+name+"}}", value)); err != nil {
			return err
		}
	}
	return document.Write(to)
}

// Help tells what placeholders there are, for people.
func Help() string {
	return "{{" + strings.Join(singleNames, "}}、{{") + "}}\n" +
		"{{错误.X}}、{{警告.X}}、{{提示.X}}，X 是" + strings.Join(fieldNames, "、") + "\n" +
		"{{存疑.X}}，X 是" + strings.Join(doubtNames, "、")
}
