package odt

import (
	"bytes"
	"cmp"
	"context"

	"gouji/parser/document"
	"gouji/parser/docx"
)

// IsFlat reports whether a file is a flat OpenDocument (.fodt): one XML file that
// has all parts in its root.
func IsFlat(data []byte) bool {
	const span = 8192 // bytes in which the root begins, declarations of its namespaces and all
	text := document.Unmarked(data)
	return bytes.HasPrefix(text, []byte("<")) && bytes.Contains(text[:min(len(text), span)], []byte("<office:document "))
}

// openFlat reads the root, which stands for each of the parts.
func openFlat(ctx context.Context, data []byte, limits docx.Limits) (*parts, error) {
	const largest, deepest = 32 << 20, 256 // as package docx has it for a part
	most := cmp.Or(limits.PartBytes, largest)
	if int64(len(data)) > most {
		return nil, document.Exceeded(document.Memory, "文件有 %s，超过 %s 的限度", document.Megabytes(int64(len(data))), document.Megabytes(most))
	}
	root, err := parse(ctx, "文件", string(document.Unmarked(data)), cmp.Or(limits.Depth, deepest))
	if err != nil {
		return nil, err
	}
	if root.Find("office:body").Find("office:text") == nil {
		return nil, document.Errorf(document.Unsupported, "这是 OpenDocument 文件，里面没有文字正文")
	}
	return &parts{content: root, styles: root, meta: root}, ctx.Err()
}
