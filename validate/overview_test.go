package validate_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/validate"
)

// What a place asks for beside the form is missed like what the form asks for.
func TestTopicsOfThePlace(t *testing.T) {
	e := validate.Example{Facts: `
year 2024
whole 一
text 一 "主动公开信息50条，未收到申请；审核、网站、考核均有专人。"`}
	findings, err := e.CheckWith(validate.Options{Topics: []validate.Topic{
		{Name: "公众参与", Words: []string{"公众参与", "意见征集"}},
		{Name: "审核", Words: []string{"审核"}},
	}})
	require.NoError(t, err)
	require.Len(t, findings, 1)
	assert.Equal(t, "overview-topics", findings[0].Rule)
	assert.Equal(t, "“一、总体情况”没有写公众参与", findings[0].Message.ZH)
}
