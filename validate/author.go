package validate

import (
	"fmt"
	"regexp"
	"strings"

	"gouji/parser/claim"
	"gouji/parser/document"
	"gouji/validate/register"
)

// authorRules are the rules about whose report the text is.
var authorRules = []*Rule{otherAuthor, otherScope}

var otherAuthor = &Rule{
	ID: "other-author", Code: "N16", Severity: Warning, Since: "0.2",
	Words:  true,
	Title:  Text{"正文或落款是别的单位", "Text or signature name another organ"},
	Ground: logic("报告由标题上的单位编制、署名"),
	Formula: Text{"“本报告由……编制”和落款的单位＝标题的单位（简称、别名、内设机构、上级不算）",
		"organ that wrote or signed the report = organ of the title; short names, aliases, offices and superiors aside"},
	Why: Text{"引言说的编制单位或落款与标题的单位不是一家，多因借用了别的单位的报告。",
		"The organ that is said to have written or signed the report is not the one in the title: another organ's report was probably used as a model."},
	Mend:  Text{"核对单位名称，并检查其他内容是否也是别的单位的。", "Correct the name, and check whether more of the text is another organ's."},
	Check: checkOtherAuthor,
}

var (
	writtenBy = regexp.MustCompile(`本(?:年度)?报告(?:是)?由(\p{Han}{3,24}?)(?:根据|按照|依据|依照|负责|组织|结合|牵头|编制|编写|编印)`)
	// signature is an organ's name with the date behind it, or on the next line; a
	// name alone may be a link at the foot of a page.
	signature = regexp.MustCompile(`^(\p{Han}{4,24}(?:局|委员会|人民政府|街道办事处))20\d\d年\d{1,2}月\d{1,2}日$`)
	// decisive endings are those of organs; offices, centres and divisions write
	// reports for others.
	decisive = regexp.MustCompile(`(?:局|委员会|人民政府|街道办事处)$`)
	// seat is the place that an organ's name begins with.
	seat = regexp.MustCompile(`^\p{Han}{1,12}?[省市县区旗州盟]`)
)

const signatureDepth = 4 // passages from the end

func checkOtherAuthor(r *Subject) []Finding {
	if !decisive.MatchString(r.Organ) {
		return nil
	}
	for _, s := range r.prose {
		if s.Section > 1 || !strings.Contains(s.Text, "报告") {
			continue
		}
		if m := writtenBy.FindStringSubmatch(s.Text); m != nil && isOther(r, m[1]) {
			return authorFound(r, m[1], s.Where, Text{"正文说编制单位是", "The text says that the report was written by"})
		}
	}
	if name, where := signedBy(r); isOther(r, name) {
		return authorFound(r, name, where, Text{"落款是", "The report is signed by"})
	}
	return nil
}

// signedBy is the organ that stands above the date below the report; empty for none.
func signedBy(r *Subject) (name string, where document.Place) {
	if len(r.Sections) == 0 {
		return "", where
	}
	last := r.Sections[len(r.Sections)-1].Passages
	last = last[max(0, len(last)-signatureDepth):]
	for i, p := range last {
		text := claim.Flat(p.Text)
		if i+1 < len(last) && decisive.MatchString(text) {
			text += claim.Flat(last[i+1].Text)
		}
		if m := signature.FindStringSubmatch(text); m != nil {
			return m[1], p.Where
		}
	}
	return "", where
}

func authorFound(r *Subject, name string, where document.Place, says Text) []Finding {
	return []Finding{{Where: where, Message: Text{
		fmt.Sprintf("%s“%s”，报告的单位是“%s”", says.ZH, name, r.Organ),
		fmt.Sprintf("%s %q; the report is that of %q", says.EN, name, r.Organ)}}}
}

// isOther reports whether a name is surely another organ's: of the same kind in
// another place of the same level, or of quite another kind.
func isOther(r *Subject, name string) bool {
	units := r.options.Register
	if !decisive.MatchString(name) || r.Unit != nil && (units.Find(name) == r.Unit || isAbove(units, r.Unit, name)) {
		return false
	}
	own, ownSeat := kindOfOrgan(r.Organ)
	kind, itsSeat := kindOfOrgan(name)
	if within(own, kind) || within(kind, own) {
		return own == kind && otherPlace(ownSeat, itsSeat)
	}
	return kind != "" && own != "" && !shareCharacter(own, kind)
}

func isAbove(units *register.Register, u *register.Unit, name string) bool {
	const levels = 6 // of the state; a register that goes in a circle ends here
	for i := 0; i < levels && u != nil; i++ {
		if u = units.Parent(u); u != nil && register.Key(u.Name) == register.Key(name) {
			return true
		}
	}
	return false
}

// kindOfOrgan parts a name into what the organ is for and the place it begins
// with: 民政 and 某县. The governments' kind is empty, their place the whole.
func kindOfOrgan(name string) (kind, place string) {
	for _, ending := range []string{"局", "委员会", "人民政府", "街道办事处"} {
		if body, ok := strings.CutSuffix(name, ending); ok {
			name = body
			break
		}
	}
	for at := seat.FindString(name); at != ""; at = seat.FindString(name) {
		place, name = place+at, name[len(at):]
	}
	return name, place
}

// otherPlace reports whether two places are surely two: of one level, by their
// last character, and neither a part of the other's name.
func otherPlace(a, b string) bool {
	if len(a) < 3*len("省") || len(b) < 3*len("省") || strings.Contains(a, b) || strings.Contains(b, a) {
		return false
	}
	return a[len(a)-len("省"):] == b[len(b)-len("省"):]
}

// within reports whether the characters of a short name stand in a long one in
// their order: 发改 in 发展和改革.
func within(short, long string) bool {
	for _, c := range short {
		_, rest, found := strings.Cut(long, string(c))
		if !found {
			return false
		}
		long = rest
	}
	return true
}

func shareCharacter(a, b string) bool { return strings.ContainsAny(a, b) }

var otherScope = &Rule{
	ID: "other-scope", Code: "N24", Severity: Info, Since: "0.2",
	Words:   true,
	Title:   Text{"第五部分说的是别人的问题", "Section five speaks of others' problems"},
	Ground:  practice("第五部分写本单位的问题"),
	Applies: Text{"乡镇、街道和县级部门的报告", "reports of townships and of departments of counties"},
	Formula: Text{"第五部分没有“多数部门”“各县区”等只有上级才会说的话",
		"section five has no words such as 多数部门 or 各县区 that only a superior would use"},
	Why: Text{"“多数部门”“部分地区”是政府或主管部门说下级的话，出现在乡镇或县级部门的报告里，多因照抄上级的报告。",
		"多数部门 and 部分地区 is how a government speaks of those below it; in the report of a township or of a county's department it was probably copied."},
	Mend:  Text{"改写为本单位自己的问题和改进。", "Tell the organ's own problems and improvements."},
	Check: checkOtherScope,
}

var (
	ofSuperior = regexp.MustCompile(`(?:多数|大部分|部分|少数|个别|有的|一些)(?:地区|地方|县区|县市区|县级|市县)|各(?:地区|县区|县市区|县\(市、?区\)|市县|县\(区\)|地各部门)|(?:多数|大部分)部门`)
	township   = regexp.MustCompile(`(?:[镇乡](?:人民政府)?|街道(?:办事处)?)$`)
	// countyDepartment is a bureau of a county by its name: 某县民政局. Districts
	// of cities may have branches of their own and stay out.
	countyDepartment = regexp.MustCompile(`^\p{Han}{1,8}县\p{Han}{2,16}局$`)
)

func checkOtherScope(r *Subject) []Finding {
	if !speaksForItself(r) {
		return nil
	}
	for _, s := range r.prose {
		if s.Section != 5 {
			continue
		}
		if at := ofSuperior.FindStringIndex(s.Text); at != nil {
			return []Finding{{Where: s.Where, Message: Text{
				fmt.Sprintf("%s的第五部分写“%s”", r.Organ, around(s.Text, at)),
				fmt.Sprintf("Section five of %s says %q", r.Organ, around(s.Text, at))}}}
		}
	}
	return nil
}

// speaksForItself reports whether nobody reports to the organ, by the register
// or else by its name.
func speaksForItself(r *Subject) bool {
	if r.Unit != nil && r.Unit.Kind != "" {
		return r.Unit.Kind == register.Township || r.Unit.Kind == register.Department && r.Unit.Level == register.County
	}
	return township.MatchString(r.Organ) || countyDepartment.MatchString(r.Organ)
}
