package document

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRadicalsBecomeTheIdeographsTheyLookLike(t *testing.T) {
	for radicals, ideographs := range map[string]string{
		"⽂⼟⼀⼗⼆⽉⽇⾏⾃⾔⻰":    "文土一十二月日行自言龙",
		"⺠⻚⻅⻓⻔⻛⻢⻩⻬⻋⻉⻁⻄⻆": "民页见长门风马黄齐车贝虎西角",
		"⻝⻘⻮⻜⻨⻣⻤⻥⻦⻧":     "食青齿飞麦骨鬼鱼鸟卤",
		"⺟⻳":             "母龟",
		"⻇":              "𧢲",
	} {
		assert.Equal(t, ideographs, Ideographs(radicals))
	}
}

func TestWhatIsNoRadicalStays(t *testing.T) {
	for _, text := range []string{"", "一、总体情况", "⺀", "\u2E9A", "1，234", "⿰木木", "a\xffb"} {
		assert.Equal(t, text, Ideographs(text))
	}
}

func TestEveryKangxiRadicalHasAnIdeograph(t *testing.T) {
	for r := rune(0x2F00); r <= 0x2FD5; r++ {
		assert.True(t, Ideograph(r) >= 0x3400, "%c", r)
	}
}
