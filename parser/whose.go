package parser

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"gouji/parser/document"
)

// Whose report it is and of which year is read in a picture like all other words,
// and large print worst of all: of bad scans half the titles have a character
// wrong in the organ's name. A figure has sums to show a misreading; a name has
// only the other places that print it: the preface and the signature. So places
// vote, and a name that one place alone gives, or that another contradicts, is
// doubtful.

const (
	// placesRead and placeLength, passages and characters: how much of the text is
	// looked through for the organ's name. It stands in the first lines and the last.
	placesRead  = 12
	placeLength = 300
	// longestOrgan, characters: the longest in the lists of units has 27.
	longestOrgan = 30
	// otherName, share of its characters: what differs more from the title's organ
	// is another organ, not another reading.
	otherName = 0.4
)

// beforeOrgan are the characters that an organ's name may follow in a sentence.
const beforeOrgan = "由与和向是在布将对及至为的按受至到"

// doubtWhose lets the places that name the organ and the year vote on what was
// recognised. A character that the recogniser does not know is misread alike in all
// of them, but never surely.
func (r *Report) doubtWhose(d *document.Document) {
	places := r.namingPlaces()
	r.Organ, r.OrganDoubt = electOrgan(r.Organ, places, r.signature())
	if char := unsureCharacter(r.Organ, d); r.OrganDoubt == "" && char != "" {
		r.OrganDoubt = fmt.Sprintf("扫描件上单位名称里的“%s”没有认准", char)
	}
	r.YearDoubt = r.doubtfulYear(places)
	if year := strconv.Itoa(r.Year); r.YearDoubt == "" && r.Period == nil && unsureCharacter(year, d) != "" {
		r.YearDoubt = "扫描件上的年度（" + year + "）没有认准"
	}
}

// unsureCharacter is the first character of a name that was surely read in none of
// the paragraphs that have the name; empty when there is none.
func unsureCharacter(name string, d *document.Document) string {
	unsure := name
	for i := range d.Blocks {
		if p := d.Blocks[i].Paragraph; p != nil && strings.Contains(plain(p.Text), name) {
			unsure = inBoth(unsure, p.Unsure)
		}
	}
	_, size := utf8.DecodeRuneInString(unsure)
	return unsure[:size]
}

// inBoth are the characters of a text that another has too.
func inBoth(text, other string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(other, r) {
			return r
		}
		return -1
	}, text)
}

// namingPlaces are the texts that name the organ beside the title: the first
// passages and those under the last section.
func (r *Report) namingPlaces() []string {
	var list []string
	add := func(passages []Passage) {
		for _, p := range passages {
			text := []rune(plain(p.Text))
			list = append(list, string(text[:min(len(text), placeLength)]))
		}
	}
	add(r.Preface[:min(len(r.Preface), placesRead)])
	for i := range r.Sections {
		passages := r.Sections[i].Passages
		if i < len(r.Sections)-1 {
			add(passages[:min(len(passages), 1)])
			continue
		}
		add(passages[max(0, len(passages)-signatureDepth):])
	}
	return list
}

var signingDate = regexp.MustCompile(`(?:20\d\d|二[〇○零ОO0]..)年.*$`)

// signature is the organ that stands alone on a line below the report, its date
// left out; empty when there is none.
func (r *Report) signature() string {
	if len(r.Sections) == 0 {
		return ""
	}
	last := r.Sections[len(r.Sections)-1].Passages
	for i := len(last) - 1; i >= max(0, len(last)-signatureDepth); i-- {
		name := signingDate.ReplaceAllString(plain(last[i].Text), "")
		if n := len([]rune(name)); n > 3 && n <= longestOrgan && organEnd.MatchString(name) && !strings.ContainsAny(name, "，。；：、") {
			return name
		}
	}
	return ""
}

// placed are the words of which every organ's name in a report has one.
var placed = regexp.MustCompile(`[省市县区旗州盟镇乡]|街道|国家|国务院|中国|全国|总局`)

// electOrgan is the name that most places give, and why it is doubtful: empty when
// all places agree on it, at least two, and it may be a name.
func electOrgan(title string, places []string, signature string) (organ, doubt string) {
	first, second := tally(readingsOf(title, places, signature))
	switch {
	case first.name == "":
		return "", "扫描件上没有认出单位名称"
	case second.name != "":
		return first.name, fmt.Sprintf("扫描件上各处认出的单位名称不一致（%s、%s）", first.name, second.name)
	case first.places < 2:
		return first.name, "扫描件上只有一处认出单位名称，没有别处可以印证"
	case !placed.MatchString(first.name):
		return first.name, "扫描件上认出的单位名称里没有地名，可能认错"
	}
	return first.name, ""
}

// readingsOf are the readings of the organ's name, the title's first, one for each
// place that has any: what is close to the title's, or else to the signature.
func readingsOf(title string, places []string, signature string) []string {
	var list []string
	if title != "" {
		list = append(list, title)
	}
	for _, place := range places {
		name := nearestName(place, title)
		if name == "" {
			name = nearestName(place, signature)
		}
		if name != "" {
			list = append(list, name)
		}
	}
	return list
}

// spelling is a way that a name was read, and in how many places.
type spelling struct {
	name   string
	places int
}

// tally gives the two readings of most places, the earlier one first of equals.
func tally(names []string) (first, second spelling) {
	var seen []spelling
	for _, name := range names {
		at := slices.IndexFunc(seen, func(r spelling) bool { return r.name == name })
		if at < 0 {
			at, seen = len(seen), append(seen, spelling{name: name})
		}
		seen[at].places++
	}
	for _, r := range seen {
		switch {
		case r.places > first.places:
			first, second = r, first
		case r.places > second.places:
			second = r
		}
	}
	return first, second
}

// nearestName is the name in a text that is closest to another, empty when all are
// too far from it. Names end as organs' do, and begin where one may: else a name
// that lost its first character would be found in the whole one.
func nearestName(text, wanted string) string {
	if wanted == "" {
		return ""
	}
	runes, name := []rune(text), ""
	best := int(otherName*float64(len([]rune(wanted)))+0.5) + 1
	for from := range runes {
		if !mayBegin(runes, from) {
			continue
		}
		for to := from + 2; to <= min(len(runes), from+longestOrgan) && unicode.Is(unicode.Han, runes[to-1]); to++ {
			if d := distance(runes[from:to], []rune(wanted), best); d < best && organEnd.MatchString(string(runes[from:to])) {
				best, name = d, string(runes[from:to])
			}
		}
	}
	return name
}

func mayBegin(runes []rune, at int) bool {
	if !unicode.Is(unicode.Han, runes[at]) {
		return false
	}
	return at == 0 || !unicode.Is(unicode.Han, runes[at-1]) || strings.ContainsRune(beforeOrgan, runes[at-1])
}

// yearInText is a year of which the text speaks: 2024年.
var yearInText = regexp.MustCompile(`(20\d\d)年`)

// doubtfulYear says why the year is not sure: empty when the period or the text
// gives it too and the period gives no other.
func (r *Report) doubtfulYear(places []string) string {
	switch {
	case r.Year == 0:
		return "扫描件上没有认出年度"
	case r.Period != nil && r.Period.To.Year == r.Year:
		return ""
	case r.Period != nil:
		return fmt.Sprintf("扫描件上题目的年度（%d）与统计期限的年度（%d）不一致，可能认错", r.Year, r.Period.To.Year)
	}
	for _, place := range places {
		for _, m := range yearInText.FindAllStringSubmatch(place, -1) {
			if m[1] == strconv.Itoa(r.Year) {
				return ""
			}
		}
	}
	return "扫描件上只有一处认出年度，没有别处可以印证"
}
