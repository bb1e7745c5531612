package validate

import (
	"regexp"
	"slices"
	"strings"

	"gouji/parser"
	"gouji/parser/claim"
)

// What the prose says of the figures is read in package claim. Precision comes
// first: a false accusation is worse than a miss. Rules ask only for claims of
// which it is certain what is counted, for whom and when.

// Claims returns what a report's prose says of numbers, in order, certain or not.
func Claims(r *parser.Report) []claim.Claim { return claim.Read(sentencesOf(r)) }

// sentencesOf gives a report's prose in order.
func sentencesOf(r *parser.Report) []claim.Sentence {
	var list []claim.Paragraph
	add := func(section int, passages []parser.Passage) {
		for _, p := range passages {
			list = append(list, claim.Paragraph{Text: p.Text, Section: section, Where: p.Where})
		}
	}
	add(0, r.Preface)
	for _, s := range r.Sections {
		add(s.Official, s.Passages)
	}
	return claim.Sentences(list)
}

// Certain returns what the prose says of numbers where it is certain what is
// counted, and that it is the report's own year and organ, in order.
func (s *Subject) Certain() []claim.Claim { return s.certain }

func (s *Subject) certainClaims() []claim.Claim {
	var list []claim.Claim
	for _, c := range s.claims {
		if c.Sure() && c.Quantity.Exact() && s.isOwn(&c) {
			list = append(list, c)
		}
	}
	return list
}

// said gives the numbers that the prose claims of an object, for certain.
func (s *Subject) said(object claim.Object, acts ...claim.Act) []claim.Claim {
	return s.stated(claim.Count, object, acts...)
}

// stated gives the claims of a kind about an object that are certain.
func (s *Subject) stated(kind claim.Kind, object claim.Object, acts ...claim.Act) []claim.Claim {
	var list []claim.Claim
	for _, c := range s.certain {
		if c.Kind == kind && c.Object == object && slices.Contains(acts, c.Act) {
			list = append(list, c)
		}
	}
	return list
}

// isOwn reports whether a claim speaks of the reported year and of the organ.
func (s *Subject) isOwn(c *claim.Claim) bool {
	if c.Period.Part || c.Period.Year != 0 && s.Year != 0 && c.Period.Year != s.Year {
		return false
	}
	if c.Subject != "" && !s.isCalled(c.Subject) {
		return false
	}
	if government.MatchString(s.Organ) {
		if c.Object != claim.Regulation && strings.HasSuffix(c.Subject, "政府") && !township.MatchString(s.Organ) {
			return false // 市政府 may be the city or its own office; only regulations are the government's alone
		}
		return c.Scope == "" || c.Scope == claim.Area
	}
	return c.Scope == "" || c.Scope == claim.OwnOffice
}

// government is an organ whose figures may cover its whole area; then those of
// its own office are only a part. A township has no such office.
var government = regexp.MustCompile(`(?:政府|镇|乡|街道办事处|管理委员会|管委会|[省市县区州盟旗])$`)

// isCalled reports whether the prose may mean the organ by a name: its own, or
// a short one, whose characters stand in the full one in order (市卫健委). What it
// is, its last character, must agree; a place stands for its government, and a
// sub-district for its office.
func (s *Subject) isCalled(name string) bool {
	if street, ok := strings.CutSuffix(s.Organ, "办事处"); ok && strings.HasSuffix(street+"办", name) {
		return true // 街道办
	}
	full := strings.TrimSuffix(strings.TrimSuffix(s.Organ, "人民政府"), "办事处")
	if full != s.Organ && strings.HasSuffix(full, name) {
		return true
	}
	rest := []rune(strings.ReplaceAll(s.Organ, "委员会", "委"))
	for _, r := range strings.ReplaceAll(name, "委员会", "委") {
		i := slices.Index(rest, r)
		if i < 0 {
			return false
		}
		rest = rest[i+1:]
	}
	return len(rest) == 0
}
