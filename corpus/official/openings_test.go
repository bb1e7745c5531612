package official

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each case is the cells of a row, and the row with 7 in every empty one.
func TestEmptyCellsAreFilledInTheirLook(t *testing.T) {
	for name, c := range map[string]struct{ row, want string }{
		"an empty paragraph": {
			`<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p></w:tc>`,
			`<w:tc><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>`},
		"one that ends in its own tag": {
			`<w:tc><w:tcPr/><w:p w:id="1"/></w:tc>`, `<w:tc><w:tcPr/><w:p w:id="1"><w:r><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>`},
		"a wide space, whose font is kept": {
			`<w:tc><w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>　</w:t></w:r></w:p></w:tc>`,
			`<w:tc><w:p><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>`},
		"the font of the paragraph's mark": {
			`<w:tc><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p></w:tc>`,
			`<w:tc><w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>`},
		"a figure":       {`<w:tc><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc>`, ""},
		"a covered cell": {`<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>`, ""},
		"a control":      {`<w:tc><w:p><w:sdt><w:sdtContent><w:r/></w:sdtContent></w:sdt></w:p></w:tc>`, ""},
		"a merged cell":  {`<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p></w:p></w:tc>`, `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc>`},
		"a table in it":  {`<w:tc><w:tbl><w:tr><w:tc><w:p>x</w:p></w:tc></w:tr></w:tbl><w:p/></w:tc>`, `<w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t xml:space="preserve">7</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc>`},
		"text elsewhere": {`<w:tc><w:p/><w:p><w:r><w:t>注</w:t></w:r></w:p></w:tc>`, ""},
		"another prefix": {`<x:tc><x:p></x:p></x:tc>`, `<x:tc><x:p><x:r><x:t xml:space="preserve">7</x:t></x:r></x:p></x:tc>`},
		"half of a bookmark": {
			`<w:tc><w:p><w:bookmarkStart w:id="0" w:name="_GoBack"/></w:p></w:tc>`,
			`<w:tc><w:p><w:r><w:t xml:space="preserve">7</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/></w:p></w:tc>`},
		"no paragraph": {`<w:tc></w:tc>`, ""},
	} {
		found, err := openings(c.row)
		require.NoError(t, err, name)
		got, at := "", 0
		for i := range found {
			got, at = got+c.row[at:found[i].from]+found[i].fill("7", ""), found[i].to
		}
		if got += c.row[at:]; c.want == "" {
			c.want = c.row
		}
		assert.Equal(t, c.want, got, name)
	}
}

func TestHighlightsStandWhereTheSchemaHasThem(t *testing.T) {
	for properties, want := range map[string]string{
		"":         `<w:rPr><w:highlight w:val="yellow"/></w:rPr>`,
		"<w:rPr/>": `<w:rPr><w:highlight w:val="yellow"/></w:rPr>`,
		`<w:rPr><w:sz w:val="20"/><w:lang w:val="en"/></w:rPr>`: `<w:rPr><w:sz w:val="20"/><w:highlight w:val="yellow"/><w:lang w:val="en"/></w:rPr>`,
		`<w:rPr><w:highlight w:val="red"/></w:rPr>`:             `<w:rPr><w:highlight w:val="red"/></w:rPr>`,
	} {
		o := opening{prefix: "w", properties: properties}
		assert.Equal(t, want, o.highlighted("yellow"))
	}
}

func TestBrokenXMLHasNoOpenings(t *testing.T) {
	_, err := openings(`<w:tc><w:p><`)
	assert.Error(t, err)
}

// Whatever a file holds, its openings follow each other.
func FuzzOpenings(f *testing.F) {
	f.Add(`<w:tc><w:p><w:r><w:t>　</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc>`)
	f.Add(`<w:tc><w:p><w:tc></w:p></w:tc></w:tc>`)
	f.Fuzz(func(t *testing.T, document string) {
		found, err := openings(document)
		at := 0
		for _, o := range found {
			if err == nil && (o.from < at || o.to < o.from || o.to > len(document)) {
				t.Fatalf("%+v after %d", o, at)
			}
			at = o.to
		}
	})
}
