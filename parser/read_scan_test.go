package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/layout"
	"gouji/parser/pdf"
)

func TestFontsDoNotMatterWhereAllPagesWereLookedAt(t *testing.T) {
	damage := func(damage, lie string, recognised int) string {
		c := &pdf.Content{Pages: make([]layout.Page, 2), Damage: damage, Lie: lie}
		acquit(c, recognised)
		return c.Damage
	}
	assert.Empty(t, damage("字体", "字体", 2))
	assert.Equal(t, "字体", damage("字体", "字体", 1), "the other page has the fonts' digits")
	assert.Equal(t, "损坏", damage("损坏", "字体", 2), "bytes are lost beside")
}

func TestDamagedPicturesMatterWhereTheyAreRead(t *testing.T) {
	torn := func(looked ...int) string {
		return (&recogniser{content: &pdf.Content{Torn: []int{2, 5}}, looked: looked}).torn()
	}
	assert.Empty(t, torn(1, 3), "a photograph on a page of text")
	assert.Equal(t, "第2页的图片数据已损坏，认出的内容可能缺失或错误", torn(1, 2, 3))
	assert.Equal(t, "第2、5页的图片数据已损坏，认出的内容可能缺失或错误", torn(1, 2, 3, 4, 5))
}
