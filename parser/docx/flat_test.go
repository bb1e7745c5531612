package docx

import (
	"context"
	"encoding/base64"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/document"
)

const flatHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">`

// flattened is the file as Word saves it in one XML file; a picture is base64.
func (f file) flattened() string {
	var out strings.Builder
	out.WriteString(flatHead)
	for _, name := range slices.Sorted(maps.Keys(f)) {
		content := f[name]
		if _, declaration, ok := strings.Cut(content, "?>"); ok {
			content = declaration
		}
		if strings.HasPrefix(content, "<") {
			content = "<pkg:xmlData>" + content + "</pkg:xmlData>"
		} else {
			content = "<pkg:binaryData>" + base64.StdEncoding.EncodeToString([]byte(content)) + "</pkg:binaryData>"
		}
		out.WriteString(`<pkg:part pkg:name="/` + name + `" pkg:contentType="application/xml">` + content + `</pkg:part>`)
	}
	return out.String() + `</pkg:package>`
}

func TestAFlatFileIsReadAsItsArchive(t *testing.T) {
	f := wordFile(`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>`+
		`<w:p><w:r><w:drawing><a:blip xmlns:r="x" r:embed="p"/></w:drawing></w:r></w:p>`).
		with("word/numbering.xml", numberingXML(`<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)).
		with("word/media/a.png", "PNG").
		with("word/_rels/document.xml.rels", strings.Replace(relsXML("numbering", "numbering.xml", "image", "media/a.png"), `"r2"`, `"p"`, 1))
	require.True(t, IsFlat([]byte(f.flattened())))
	flat, err := Read(context.Background(), []byte("\xEF\xBB\xBF"+f.flattened()), Limits{})
	require.NoError(t, err)
	archived := read(t, f)
	assert.Equal(t, []string{"一、总体情况"}, lines(flat))
	assert.Equal(t, archived.Blocks, flat.Blocks)
	assert.Equal(t, archived.Shown, flat.Shown)
	assert.Equal(t, "PNG", string(flat.Shown[0].Data))
}

// Templates of web systems declare the namespaces of all parts once, at the root.
func TestNamespacesMayBeDeclaredAroundAPart(t *testing.T) {
	whole := wordFile(p("a")).flattened()
	declaration := ` xmlns:w="` + transitional + `"`
	require.Contains(t, whole, declaration)
	whole = strings.Replace(strings.Replace(whole, declaration, "", 1), "<pkg:package", "<pkg:package"+declaration, 1)
	doc, err := Read(context.Background(), []byte(whole), Limits{})
	require.NoError(t, err)
	assert.Equal(t, []string{"a"}, lines(doc))
}

func TestAFlatFileThatBreaksOffIsDamaged(t *testing.T) {
	whole := wordFile(p("a") + p("b")).flattened()
	for _, size := range []int{len(whole) - 1, len(whole) / 2, len(flatHead)} {
		_, err := Read(context.Background(), []byte(whole[:size]), Limits{})
		var known *document.Error
		require.True(t, errors.As(err, &known), size)
		assert.Equal(t, document.Corrupt, known.Kind, size)
	}
}

func TestOnlyThePackageIsAFlatFile(t *testing.T) {
	for _, text := range []string{
		"", "<html xmlns:w=\"urn:schemas-microsoft-com:office:word\">", "<package>",
		`<html><body>&lt;pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"></body></html>`,
	} {
		assert.False(t, IsFlat([]byte(text)), text)
	}
}
