package odt

import (
	"context"
	"encoding/xml"
	"strings"

	"gouji/parser/xmltree"
)

type node = xmltree.Node

const dublinCore = "http://purl.org/dc/elements/1.1/"

// named is a name with the short form of its namespace: text:p, whatever prefix
// the file has.
func named(name xml.Name) string {
	space := strings.TrimPrefix(name.Space, "urn:oasis:names:tc:opendocument:xmlns:")
	if space == dublinCore {
		space = "dc"
	}
	return strings.TrimSuffix(space, ":1.0") + ":" + name.Local
}

func parse(ctx context.Context, part, source string, depth int) (*node, error) {
	return xmltree.Parse(ctx, xmltree.Part{Name: part, Source: source, Depth: depth}, named)
}
