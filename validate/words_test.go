package validate

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestListsOfCellsAreCutShort(t *testing.T) {
	assert.Equal(t, "表三“一、本年新收政府信息公开申请数量”自然人、商业企业、表三“（一）予以公开”自然人等4格", CellList([]string{
		"applications.new.natural_person", "applications.new.business", "applications.granted.natural_person", "applications.granted.business"}).ZH)
	assert.Equal(t, "表四行政复议·总计", CellList([]string{"remedies.reconsideration.total"}).ZH)
}
