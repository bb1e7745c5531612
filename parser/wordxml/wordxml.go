// Package wordxml reads Word 2003 XML files (.xml, and the many .doc that web
// systems make of a template that somebody saved so): they are translated to the XML
// that package docx reads, which is the younger form of the same language, so that
// everything about paragraphs, numbers and merged cells is decided in one place.
//
//	d, err := wordxml.Read(ctx, data, docx.Limits{})
//
// The way of a file, in the terms of Microsoft's "WordprocessingML" schemas of 2003:
// package xmltree reads it; body.go writes the elements anew, most of them as they
// are; lists.go translates the definitions of lists; picture.go finds the pictures.
//
// The bargain is that of docx: deleted text is out, inserted text in, hidden text
// out, numbers of lists counted. A file that breaks off is refused.
package wordxml

import (
	"cmp"
	"context"
	"encoding/xml"
	"regexp"
	"strings"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/xmltree"
)

type node = xmltree.Node

// root begins a file; declarations of namespaces come before that of its own, or after.
var root = regexp.MustCompile(`^(?:<\?[^>]*>\s*|<!--[^<]*-->\s*)*<(?:\w+:)?wordDocument\s[^>]*"http://schemas\.microsoft\.com/office/word/2003/wordml"`)

// Is reports whether a file is Word 2003 XML.
func Is(data []byte) bool {
	const span = 8192 // bytes in which the root begins and ends
	start := docx.Decode(string(data[:min(len(data), span)&^1]))
	return root.MatchString(strings.TrimLeft(start, " \t\r\n"))
}

// spaces are the short forms of the namespaces that are read.
var spaces = map[string]string{
	"http://schemas.microsoft.com/office/word/2003/wordml": "w",
	"http://schemas.microsoft.com/aml/2001/core":           "aml",
	"urn:schemas-microsoft-com:office:office":              "o",
	"urn:schemas-microsoft-com:vml":                        "v",
}

// named is a name with the short form of its namespace, whatever prefix the file has;
// one of no known namespace, as the elements that people add, begins with a colon.
func named(name xml.Name) string {
	if name.Space == "" {
		return name.Local
	}
	return spaces[name.Space] + ":" + name.Local
}

// Read reads a Word 2003 XML file. The error, if any, is a *document.Error: Corrupt,
// Unsupported, TooLarge or Timeout.
func Read(ctx context.Context, data []byte, limits docx.Limits) (*document.Document, error) {
	const largest, deepest = 32 << 20, 256 // as package docx has it for a part
	most := cmp.Or(limits.PartBytes, largest)
	if int64(len(data)) > most {
		return nil, document.Exceeded(document.Memory, "文件有 %s，超过 %s 的限度", document.Megabytes(int64(len(data))), document.Megabytes(most))
	}
	file, err := xmltree.Parse(ctx, xmltree.Part{Name: "文件", Source: docx.Decode(string(data)), Depth: cmp.Or(limits.Depth, deepest)}, named)
	if err != nil {
		return nil, err
	}
	lists := readLists(file.Find("w:lists"))
	d, err := docx.Compose(ctx, docx.Parts{
		Document: documentXML(file.Find("w:body")), Styles: stylesXML(file.Find("w:styles")), Numbering: lists.XML(), Picture: pictures(file),
	}, limits)
	if err != nil {
		return nil, err
	}
	d.Format, d.Reader = document.WordXML, "wordxml"
	d.AddAuthors(authors(file.Find("o:DocumentProperties"))...)
	return d, nil
}

// authors are the names in a file's properties: who wrote it, who saved it last, whose
// program it was.
func authors(properties *node) []string {
	var list []string
	for _, name := range []string{"o:Author", "o:LastAuthor", "o:Company", "o:Manager"} {
		list = append(list, properties.Find(name).Text())
	}
	return list
}
