package scan

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A figure is sure only when both readings say the same, clearly.
func TestAgreed(t *testing.T) {
	for _, test := range []struct {
		name   string
		said   []string
		shapes string
		clear  clarity
		want   string
		sure   bool
	}{
		{"both say the same", []string{"126"}, "126", plain, "126", true},
		{"the same, but the shapes are not clear", []string{"126"}, "126", vague, "126", false},
		{"they differ", []string{"126"}, "128", vague, "126", false},
		{"clear shapes are the better guess", []string{"719"}, "6719", plain, "6719", false},
		{"the first reading overlooked a digit", []string{"719", "6719"}, "6719", plain, "6719", true},
		{"so it did, but the shapes are not clear", []string{"719", "6719"}, "6719", vague, "6719", false},
		{"the first reading contradicts, and the shapes are certain", []string{"8", "3"}, "3", certain, "3", true},
		{"the last reading contradicts, and the shapes are certain", []string{"3", "8"}, "3", certain, "3", false},
		{"the first reading contradicts", []string{"64", "61"}, "61", plain, "61", false},
		{"the ball of a 5 is taken for a point", []string{"5", "5"}, ".5", plain, "5", false},
		{"as many say this as that: digits are overlooked", []string{"7", "7", "87"}, "87", vague, "87", false},
		{"the recogniser overlooks broken digits", []string{"8", "3"}, "34", vague, "34", false},
		{"the recogniser saw nothing", []string{""}, "7", plain, "7", false},
		{"a comma before two digits is a point of small print", []string{"6719.73"}, "6719,73", plain, "6719.73", true},
		{"two points in a number: the first was a comma", []string{"2.638.42"}, "2.638.42", certain, "2,638.42", false},
		{"the tail of a comma is lost", []string{"1,105", "1,105"}, "1.105", certain, "1,105", false},
		{"before three digits it may be either", []string{"3,717"}, "3.717", plain, "3.717", false},
		{"nothing was made out", []string{""}, "", plain, "", false},
	} {
		text, doubt := agreed(test.said, test.shapes, test.clear)
		assert.Equal(t, test.want, text, test.name)
		assert.Equal(t, test.sure, doubt == "", "%s: %s", test.name, doubt)
	}
}

func TestOnlySignsOfNumbersAreKept(t *testing.T) {
	assert.Equal(t, "1,036.5", asNumber("1,036.5件"))
	assert.Equal(t, "", asNumber("业淘"))
}
