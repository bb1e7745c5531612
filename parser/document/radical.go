package document

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The two blocks of Unicode that hold radicals: signs for the parts of
// characters, not characters. Some fonts draw both with one glyph, and then a
// PDF made with them says ⻚ (U+2EDA) where the page says 页; text copied out
// of such a PDF carries them into Word files and web pages.
const (
	firstSupplement = 0x2E80
	firstKangxi     = 0x2F00
	lastKangxi      = 0x2FD5
)

// supplement pairs each radical of U+2E80–U+2EF3 with its ideograph, by the
// property Equivalent_Unified_Ideograph of Unicode (NFKC knows only ⺟ and ⻳).
// ⺀ has no ideograph.
const supplement = `⺁厂 ⺂乛 ⺃乚 ⺄乙 ⺅亻 ⺆冂 ⺇𠘨 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小
⺍小 ⺎兀 ⺏尣 ⺐尢 ⺑𡯂 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗心 ⺘扌
⺙攵 ⺛旡 ⺜日 ⺝月 ⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫
⺦丬 ⺧牛 ⺨犭 ⺩王 ⺪𤴔 ⺫目 ⺬示 ⺭礻 ⺮𥫗 ⺯糹 ⺰纟 ⺱罓
⺲罒 ⺳㓁 ⺴冗 ⺵𦉫 ⺶羊 ⺷𦍌 ⺸𦍋 ⺹耂 ⺺肀 ⺻聿 ⺼肉 ⺽𦥑
⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇𧢲 ⻈讠 ⻉贝
⻊𧾷 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏邑 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻕𨸏
⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞𩙿 ⻟飠 ⻠饣 ⻡𩠐
⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯
⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟`

var ideographs = radicalTable()

// Ideograph is the ideograph that looks like the radical r (Kangxi radicals
// and the CJK radicals supplement, U+2E80–U+2FD5); any other rune is its own.
func Ideograph(r rune) rune {
	if r < firstSupplement || r > lastKangxi {
		return r
	}
	return ideographs[r-firstSupplement]
}

// Ideographs maps every radical in s to its ideograph, so that a label reads
// the same whatever the font did to it.
func Ideographs(s string) string {
	if strings.IndexFunc(s, isRadical) < 0 {
		return s
	}
	return strings.Map(Ideograph, s)
}

func isRadical(r rune) bool { return Ideograph(r) != r }

func radicalTable() (table [lastKangxi - firstSupplement + 1]rune) {
	for i := range table {
		table[i] = firstSupplement + rune(i)
	}
	for _, pair := range strings.Fields(supplement) {
		radical, size := utf8.DecodeRuneInString(pair)
		table[radical-firstSupplement], _ = utf8.DecodeRuneInString(pair[size:])
	}
	for r := rune(firstKangxi); r <= lastKangxi; r++ {
		table[r-firstSupplement], _ = utf8.DecodeRuneInString(norm.NFKC.String(string(r)))
	}
	return table
}
