package metafile

import (
	"context"
	"testing"

	"gouji/parser/layout"
)

// Whatever the bytes are: no crash, no hang, and glyphs that package layout takes.
func FuzzRead(f *testing.F) {
	f.Add(drawn(fontSized(20, 0, 0), text("总12", 100, 200, opaque|clipped, 0, 0, 500, 500), record(emrRectangle, 1, 2, 300, 400)))
	f.Add(drawn(record(emrPolyPolygon16, 0, 0, 0, 0, 2, 4, 2, 2, 1, 2, 3, 4), record(emrFillRegion, 0, 0, 0, 0, 48, 1, 32, 1, 9, 16)))
	f.Add(oldFile(old(wmfSetWindowExt, "", 200, 900), oldFont(134), old(wmfTextOut, "\xd7\xdc\x32\x00\x64\x00", 2), old(wmfPolygon, "", 3, 1, 2, 3, 4, 5, 6)))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data)
		if err != nil {
			return
		}
		if len(d.Page.Glyphs) < 2000 && len(d.Page.Rulings) < 2000 {
			layout.Document(context.Background(), []layout.Page{d.Page})
		}
	})
}
