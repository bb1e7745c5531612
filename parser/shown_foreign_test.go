package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWhichForeignPicturesMayBeTables(t *testing.T) {
	svg := func(texts int) string {
		return `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">` + strings.Repeat(`<text x="1" y="2">0</text>`, texts) + "</svg>"
	}
	avif := "\x00\x00\x00\x1Cftypavif" + strings.Repeat("x", leastForeign)
	for name, test := range map[string]struct {
		data string
		want bool
	}{
		"a table as SVG":  {svg(15), true},
		"a logo as SVG":   {svg(1), false},
		"a large AVIF":    {avif, true},
		"an icon as AVIF": {avif[:200], false},
		"a PNG":           {"\x89PNG" + strings.Repeat("x", leastForeign), false},
		"nothing":         {"", false},
	} {
		assert.Equal(t, test.want, mayHideTable([]byte(test.data)), name)
	}
}

func TestAnSVGOfATableIsNamed(t *testing.T) {
	svg := `<svg xmlns="http://www.w3.org/2000/svg">` + strings.Repeat(`<text>0</text>`, 15) + "</svg>"
	for name, address := range map[string]string{
		"escaped": "data:image/svg+xml;utf8," + strings.NewReplacer("<", "%3C", ">", "%3E", `"`, "%22").Replace(svg),
		"plain":   "data:image/svg+xml;charset=utf-8," + strings.ReplaceAll(svg, `"`, "'"),
	} {
		page := `<html><body><h1>某县民政局2024年政府信息公开工作年度报告</h1><p>四、政府信息公开行政复议、行政诉讼情况</p><img src="` + address + `"><p>五、存在的主要问题及改进情况</p></body></html>`
		d := readFile(t, []byte(page))
		assert.Contains(t, d.Incomplete, "1张图片（EMF、WMF、SVG 或 AVIF）读不出来", name)
	}
}
