package odt

import (
	"context"
	"encoding/xml"
	"strings"

	"gouji/parser/xmltree"
)

type node = xmltree.Node

// spaces are the short forms of namespaces that are not OpenDocument's own.
var spaces = map[string]string{
	"http://purl.org/dc/elements/1.1/": "dc",
	"http://www.w3.org/1999/xlink":     "xlink",
}

// named is a name with the short form of its namespace: text:p, whatever prefix
// the file has.
func named(name xml.Name) string {
	space := strings.TrimPrefix(name.Space, "urn:oasis:names:tc:opendocument:xmlns:")
	if short := spaces[space]; short != "" {
		space = short
	}
	return strings.TrimSuffix(space, ":1.0") + ":" + name.Local
}

func parse(ctx context.Context, part, source string, depth int) (*node, error) {
	return xmltree.Parse(ctx, xmltree.Part{Name: part, Source: source, Depth: depth}, named)
}
