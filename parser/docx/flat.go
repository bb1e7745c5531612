package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"regexp"
	"strings"

	"gouji/parser/document"
)

// flatRoot begins a Flat OPC file: all parts of a DOCX in one XML file, as Word saves
// "Word XML document" and as templates of web systems are made, often named .doc.
var flatRoot = regexp.MustCompile(`^(?:<\?[^>]*>\s*|<!--[^<]*-->\s*)*<(?:\w+:)?package\s[^>]*"http://schemas\.microsoft\.com/office/2006/xmlPackage"`)

// flatSpan is how far into a file its root may begin and end, in bytes: the
// declarations of forty namespaces take four thousand.
const flatSpan = 8192

// IsFlat reports whether a file is a Flat OPC file.
func IsFlat(data []byte) bool {
	start := decode(string(data[:min(len(data), flatSpan)&^1]))
	return flatRoot.MatchString(strings.TrimLeft(start, " \t\r\n"))
}

// packed is the archive of the parts of a Flat OPC file, so that these are read as
// those of any DOCX are, under the same limits.
func packed(ctx context.Context, data []byte, limits Limits) ([]byte, *document.Error) {
	if int64(len(data)) > limits.PartBytes {
		return nil, document.Exceeded(document.Memory, "文件有 %s，超过 %s 的限度", document.Megabytes(int64(len(data))), document.Megabytes(limits.PartBytes))
	}
	f := flat{scanner: newScanner(ctx, "文件", decode(string(data)), limits)}
	f.archive = zip.NewWriter(&f.out)
	if f.root() {
		f.declare()
		f.each(f.part)
	}
	if err := f.archive.Close(); err != nil && f.err == nil {
		f.fail(document.Corrupt, "%s", err)
	}
	return f.out.Bytes(), f.err
}

// flat is the way through a Flat OPC file.
type flat struct {
	*scanner
	out      bytes.Buffer
	archive  *zip.Writer
	declared []string // namespaces declared around the part, as written
}

// declare notes the namespaces that the element entered last declares: those that a
// part uses may be declared around it.
func (f *flat) declare() {
	for rest := f.attrs; ; {
		name, value, after, ok := nextAttr(rest)
		if !ok {
			return
		}
		if rest = after; name == "xmlns" || strings.HasPrefix(name, "xmlns:") {
			f.declared = append(f.declared, name+`="`+strings.ReplaceAll(value, `"`, "&quot;")+`"`)
		}
	}
}

func (f *flat) part() {
	name, _ := f.attr("name")
	outer := len(f.declared)
	f.declare()
	f.each(func() {
		switch f.local {
		case "xmlData":
			f.declare()
			f.add(name, f.withDeclared(f.inner()))
		case "binaryData":
			if data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(f.content()), "")); err == nil {
				f.add(name, string(data))
			}
		}
	})
	f.declared = f.declared[:outer]
}

// inner is what stands in the element entered last, as written.
func (f *flat) inner() string {
	from := f.pos
	f.leave(len(f.open))
	text := f.src[from:f.pos]
	return text[:max(strings.LastIndex(text, "</"), 0)]
}

// withDeclared puts into the first tag of a part the namespaces that are declared
// around it and that it does not declare itself.
func (f *flat) withDeclared(part string) string {
	at := strings.IndexByte(part, '<')
	if at < 0 || strings.HasPrefix(part[at:], "<?") || strings.HasPrefix(part[at:], "<!") {
		return part
	}
	name, tag := tagEnds(part[at:])
	if tag < 0 {
		return part
	}
	var missing strings.Builder
	for _, d := range f.declared {
		key, _, _ := strings.Cut(d, "=")
		if !strings.Contains(part[at:at+tag], " "+key+"=") {
			missing.WriteString(" " + d)
		}
	}
	return part[:at+name] + missing.String() + part[at+name:]
}

func (f *flat) add(name, content string) {
	out, err := f.archive.CreateHeader(&zip.FileHeader{Name: strings.TrimPrefix(name, "/"), Method: zip.Store})
	if err == nil {
		_, err = out.Write([]byte(content))
	}
	if err != nil {
		f.fail(document.Corrupt, "%s", err)
	}
}
