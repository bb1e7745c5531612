package validate

import "regexp"

// prefaceRules are the rules about what stands before the first section.
var prefaceRules = []*Rule{prefaceIncomplete}

var prefaceIncomplete = &Rule{
	ID: "preface-incomplete", Code: "S23", Severity: Info, Since: "0.2",
	Words:  true,
	Title:  Text{"引言缺少统计期限或联系方式", "The preface lacks the period or a contact"},
	Ground: practice("引言写明编制单位、统计期限和联系方式"),
	Formula: Text{"编制单位、统计期限、联系方式三项中，写明的项数不少于限度",
		"of who wrote the report, for which period and whom to ask, as many are told as the limit asks"},
	Why: Text{"引言通常写明由谁编制、数据的统计期限和有疑问时怎样联系。这是各地的通行做法，格式本身没有规定。",
		"A preface usually says who wrote the report, which period its data cover and whom to ask. That is practice; the format does not ask for it."},
	Mend:   Text{"在引言中补写缺少的内容。", "Add to the preface what is missing."},
	Limits: []*Limit{prefaceEnough},
	Check:  checkPreface,
}

var prefaceEnough = &Limit{
	Name: "preface-parts", Unit: "pieces", Value: 2,
	Why: Text{"各地公开的报告约半数不写联系方式，缺一项不算问题；要求三项齐全的地方设为3",
		"about half of the published reports name no contact, so one part may be missing; an office that wants all three sets 3"},
}

// prefaceParts are what a preface tells, in any words. They may as well stand
// elsewhere in the report: under its title, at its end.
var prefaceParts = []struct {
	name  Text
	words *regexp.Regexp
}{
	{Text{"编制单位", "who wrote it"}, regexp.MustCompile(`编制|编写|编印|撰写|起草|制作|制定|汇总|形成|公布|公开|发布|报告如下|现将`)},
	{Text{"统计期限", "the period"}, regexp.MustCompile(`统计|期限|时限|起止|时段|1月1日|12月31日|截[至止]`)},
	{Text{"联系方式", "whom to ask"}, regexp.MustCompile(`联系|电话|邮箱|邮编|邮政编码|传真|地址|e-?mail|E-?mail|\d{3,4}[-—–]?\d{7,8}`)},
}

func checkPreface(r *Subject) []Finding {
	if !formApplies(r) || r.PrefaceExcerpt || r.Incomplete != "" || len(r.Preface) == 0 {
		return nil // a page may have left the preface to the site around it
	}
	var missing []Text
	text := aroundSections(r)
	for _, part := range prefaceParts {
		if !part.words.MatchString(text) {
			missing = append(missing, part.name)
		}
	}
	if len(missing) == 0 || float64(len(prefaceParts)-len(missing)) >= r.limit(prefaceEnough) {
		return nil
	}
	names := both(missing, enumeration)
	return []Finding{{Where: r.Preface[0].Where, Message: Text{
		"引言没有写明" + names.ZH, "The preface does not tell " + names.EN}}}
}

// aroundSections is the prose in which a report tells of itself: the preface,
// section one, where some put it, and the last section.
func aroundSections(r *Subject) string {
	last := 0
	if n := len(r.Sections); n > 0 {
		last = r.Sections[n-1].Official
	}
	return sentencesWhere(r, func(section int) bool { return section <= 1 || section == last })
}
