package register

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Key is a name as far as it tells one organ from another: two names of one
// key are one organ. 淮安市 and 淮安市人民政府 are the same, but not 上海市人民政府
// and 上海市人民政府办公厅, whose titles differ by as little.
func Key(name string) string {
	s := strings.Map(keyRune, norm.NFKC.String(name))
	s = strings.ReplaceAll(s, "人民政府", "政府")
	s = strings.ReplaceAll(s, "管理委员会", "管委会")
	for _, ending := range endings {
		if short, ok := strings.CutSuffix(s, ending.long); ok && ending.after(short) {
			return short + ending.short
		}
	}
	return s
}

// keyRune drops spaces and marks, and makes each kind of bracket one.
func keyRune(r rune) rune {
	switch r {
	case '〔', '[', '【', '﹝':
		return '('
	case '〕', ']', '】', '﹞':
		return ')'
	case '"', '\'', '“', '”', '‘', '’', '《', '》', '·':
		return -1
	}
	if unicode.IsSpace(r) || unicode.Is(unicode.C, r) {
		return -1
	}
	return r
}

// endings are what titles write in full or in short, at will.
var endings = []struct {
	long, short string
	after       func(string) bool
}{
	{"政府", "", regionEnd.MatchString},
	{"街道办事处", "街道", anything},
	{"街道办", "街道", anything},
	{"办公室", "办", anything},
	{"委员会", "委", anything},
}

func anything(string) bool { return true }

var regionEnd = regexp.MustCompile(`\p{Han}[省市县区旗州盟乡镇]$`)

// Renamed reports whether two names of one unit are different names, and not
// one of them the other in short: 某县扶贫办 and 某县乡村振兴局, but not 某县民政局
// and 县民政局.
func Renamed(a, b string) bool {
	short, long := []rune(Key(a)), []rune(Key(b))
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, r := range long {
		if len(short) > 0 && short[0] == r {
			short = short[1:]
		}
	}
	return len(short) > 0
}

// Placed reports whether a name tells by itself which organ of the country it
// means: it names a place, or there is only one of its kind. 民政局 and 县民政局
// are somebody's, and nobody can tell whose; there is a 城关镇 in every county.
func Placed(name string) bool {
	s := Key(name)
	if national.MatchString(s) {
		return true
	}
	s = unnamed.ReplaceAllString(s, "")
	if everywhere.MatchString(s) {
		return false
	}
	s = noPlace.ReplaceAllString(s, "|")
	if at := zone.FindStringIndex(s); at != nil {
		return utf8.RuneCountInString(s[:at[0]]) >= 2
	}
	return place.MatchString(s)
}

var (
	// national organs are the only ones of their name, and their branches are
	// called after their place: 国家税务总局某市税务局, 湛江海关.
	national = regexp.MustCompile(`^(?:国家|国务院|中国|中华|全国)|^\p{Han}{2,6}海关$` +
		`|^(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部$`)
	// unnamed points to a region without naming it: 本市, 县, 自治区.
	unnamed = regexp.MustCompile(`^(?:[本我该全各]?(?:省|市|县|区|州|旗|盟|镇|乡|街道|自治[区州县旗]))+`)
	// everywhere is what the seats of many counties are called.
	everywhere = regexp.MustCompile(`^(?:城[关郊厢中东西南北区]|中心|新)(?:镇|乡|街道|区)`)
	// noPlace are words that hold the name of a kind of region and name none.
	noPlace = regexp.MustCompile(`市场|城市|城乡|乡村|乡镇|城镇|村镇|集镇|城区|社区|市政|市容|市民|区域|区划|园区|景区|矿区|林区|灾区|保护区|[省市县区州]级|[省市县区]直`)
	// zone is a kind of zone; what stands before it names the place.
	zone = regexp.MustCompile(`(?:国家级|经济|技术|高新|高科技|产业|工业|旅游|度假|综合|保税|出口|加工|示范|试验|生态|文化|科技)*(?:开发区|高新区|经开区|保税区|示范区|度假区|工业园|产业园|新区|管委会)`)
	// place is at least one character and its kind of region.
	place = regexp.MustCompile(`\p{Han}(?:省|市|县|区|旗|州|盟|镇|乡|街道)`)
)

// Place returns the place that the Key of a name begins with: 某市某县 of
// 某市某县城市管理局; empty when it begins with none.
func Place(name string) string {
	s := Key(name)
	masked := noPlace.ReplaceAllStringFunc(s, func(word string) string { return strings.Repeat("|", utf8.RuneCountInString(word)) })
	length := utf8.RuneCountInString(placeFirst.FindString(masked))
	return string([]rune(s)[:length])
}

var placeFirst = regexp.MustCompile(`^(?:\p{Han}+?(?:省|市|县|区|旗|州|盟|镇|乡|街道))+`)

// GovernmentOf returns the Key of the government whose office a name names:
// 某县 of 某县人民政府办公室; empty when it names no such office.
func GovernmentOf(office string) string {
	key := Key(office)
	for _, ending := range []string{"政府办", "政府办公厅"} {
		if place, ok := strings.CutSuffix(key, ending); ok {
			return place
		}
	}
	return ""
}
