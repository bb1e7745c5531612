package parser

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/form"
)

func TestNumbers(t *testing.T) {
	for text, want := range map[string]float64{
		"0": 0, "7": 7, "3985758": 3985758, " 12 ": 12, "\u00a05\u3000": 5, "０": 0, "３９１７": 3917,
		"3,985": 3985, "3，985，758": 3985758, "26.55": 26.55, "0.0": 0, "２６．５５": 26.55, "11,827.21": 11827.21,
		"+1036": 1036, "-0": 0, "-417": -417, "－5": -5, "\u22123": -3, "\u20113": -3, "\u2010 3": -3, "+ 3": 3, "3\u200b": 3, "999999999999": 999999999999,
	} {
		r := readNumber(text, form.Change)
		assert.Equal(t, reading{Number, want, ""}, r, "%q", text)
		assert.Equal(t, want < 0, math.Signbit(r.value), "%q is no negative zero", text)
	}
}

func TestNumbersThatHadToBeGuessedAreDoubtful(t *testing.T) {
	for text, want := range map[string]float64{
		"1 036": 1036, "1\n036": 1036, "1\u00a0036": 1036, "42 9008": 429008, "0 0": 0, "007": 7, "01": 1,
		"—5": -5, "12①": 121, "12¹": 121, "3₂": 32, "①": 1, "1234567890123": 1234567890123, "9007199254740993000": 9007199254740993000,
	} {
		r := readNumber(text, form.Count)
		assert.Equal(t, Number, r.state, "%q", text)
		assert.EqualValues(t, want, r.value, "%q", text)
		assert.NotEmpty(t, r.doubt, "%q", text)
	}
}

func TestBlanksAndDashesAreNoZeros(t *testing.T) {
	for _, text := range []string{"", " ", "\u3000", "\u3000\u3000", "\u00a0", "\n", "\u200b"} {
		assert.Equal(t, reading{state: Blank}, readNumber(text, form.Count), "%q", text)
	}
	for _, text := range []string{"/", "／", "\\", "-", "--", "—", "——", "－", "–", "―", "\u2500", "无", " 无 ", "/ /", "…", "……"} {
		assert.Equal(t, reading{state: Dash}, readNumber(text, form.Count), "%q", text)
	}
	one := readNumber("一", form.Count)
	assert.Equal(t, Dash, one.state)
	assert.NotEmpty(t, one.doubt)
}

func TestAnythingElseIsBad(t *testing.T) {
	for _, text := range []string{
		"? 0", "?", "O", "l", "1O", "办公设备采购", "3,98", "39,85,1", "1.2.3", "增3", "减5", "*", "十二", "3%", "1-2", "5/3", "N/A", "零", "3、985",
	} {
		assert.Equal(t, reading{state: Bad}, readNumber(text, form.Count), "%q", text)
	}
}

func TestAUnitAloneIsAFormLeftBlank(t *testing.T) {
	for _, text := range []string{"件", "　　件", " 万元"} {
		assert.Equal(t, reading{state: Blank}, readNumber(text, form.Count), "%q", text)
	}
}

func TestUnitsInsideACell(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure form.Measure
		value   float64
		sure    bool
	}{
		{"0件", form.Count, 0, true},
		{"12 条", form.Count, 12, true},
		{"１２项", form.Count, 12, true},
		{"26.5万元", form.Amount, 26.5, true},
		{"1530000元", form.Amount, 1530000, false},
		{"12件", form.Amount, 12, false},
		{"3万元", form.Count, 3, false},
	} {
		r := readNumber(c.text, c.measure)
		assert.Equal(t, Number, r.state, c.text)
		assert.EqualValues(t, c.value, r.value, "never converted: %s", c.text)
		assert.Equal(t, c.sure, r.doubt == "", c.text)
	}
}
