package validate

import (
	"slices"

	"gouji/parser"
	"gouji/validate/register"
)

// Set is reports that are checked together, so that rules can compare the years
// of one organ, the files of one report and the units of one register.
//
//	set := validate.NewSet(validate.Options{})
//	set.Add(this)
//	set.AddPrevious(last) // only to compare with: gets no findings
//	set.Link()
//	findings, err := set.Check(0)
//
// A run of thousands is better put in by AddStored, which does not keep it in
// memory. Adding is not safe for several goroutines; after Link, Check is.
type Set struct {
	options  Options
	subjects []*Subject // those to check, in the order of Add
	earlier  []*Subject // those only to compare with
	loaded   loaded
}

// NewSet makes an empty set.
func NewSet(o Options) *Set { return &Set{options: o} }

// Add puts in a report to check and returns its index.
func (s *Set) Add(r *parser.Report) int {
	s.subjects = append(s.subjects, newSubject(r, &s.options))
	return len(s.subjects) - 1
}

// AddPrevious puts in a report that others are only compared with.
func (s *Set) AddPrevious(r *parser.Report) {
	s.earlier = append(s.earlier, newSubject(r, &s.options))
}

// Check returns what is wrong with the report of the index. Every cause is
// followed by its consequences, which point at it; causes stand by severity,
// then in the order of the catalogue. The same set always gives the same findings,
// which may share memory with the report. It fails only when a stored report
// cannot be loaded, this or one that it is compared with; then it gives none.
func (s *Set) Check(index int) ([]Finding, error) {
	subject := s.subjects[index]
	if subject.broken != nil {
		return nil, subject.broken
	}
	seen := view{reports: &s.loaded}
	full := seen.subject(subject)
	if seen.err != nil {
		return nil, seen.err
	}
	findings := check(full.prepared())
	if seen.err != nil {
		return nil, seen.err
	}
	return findings, nil
}

// CheckRegister returns what the run shows of the register: units that sent no
// report. It is empty when there is no register.
func (s *Set) CheckRegister() []Finding {
	if s.options.Register == nil {
		return nil
	}
	var list []Finding
	for _, rule := range s.options.InForce() {
		if rule.CheckRun == nil {
			continue
		}
		for _, f := range rule.CheckRun(s) {
			list = append(list, rule.fill(f, &s.options))
		}
	}
	return list
}

// issue is a report of one organ for one year, in however many files.
type issue struct {
	organ string // by organOf
	year  int
}

// Link finds what the reports are to each other.
func (s *Set) Link() {
	run, earlier := s.issues(s.subjects), s.issues(s.earlier)
	inRun, inEarlier := s.agreement(run), s.agreement(earlier)
	for of, files := range run {
		before := issue{of.organ, of.year - 1}
		lastYear, last := slices.Concat(run[before], earlier[before]), inRun
		if len(run[before]) == 0 {
			last = inEarlier
		}
		for _, subject := range files {
			subject.files, subject.lastYear = files, lastYear
			subject.Previous = last.of(before, subject)
		}
	}
	organs, misread := s.organs(), s.misread() > 0
	for i, subject := range s.subjects {
		subject.index, subject.organs, subject.amongMisread = i, organs, misread
	}
	s.missLastYear(run, earlier)
	s.linkUnits(inRun)
	s.linkCopies()
}

// missLastYear marks the reports whose last year's is missing from a run that
// goes back as far: most of the year's organs have theirs, or --previous has
// reports of that year.
func (s *Set) missLastYear(run, earlier map[issue][]*Subject) {
	organs, paired, given := map[int]int{}, map[int]int{}, map[int]bool{}
	for of := range earlier {
		given[of.year+1] = true
	}
	for of, files := range run {
		organs[of.year]++
		if len(files[0].lastYear) > 0 {
			paired[of.year]++
		}
	}
	certain := s.misread() == 0
	for of, files := range run {
		back := (given[of.year] || 2*paired[of.year] > organs[of.year]) && certain
		for _, subject := range files {
			subject.missed = back && len(subject.lastYear) == 0
		}
	}
}

// issues sorts reports by organ and year, each issue's in the order of the run.
func (s *Set) issues(list []*Subject) map[issue][]*Subject {
	byIssue := map[issue][]*Subject{}
	for _, subject := range list {
		subject.Unit = s.options.Register.Find(subject.Organ)
		if of, known := issueOf(subject); known {
			byIssue[of] = append(byIssue[of], subject)
		}
	}
	return byIssue
}

// issueOf tells what a report is the report of. It is not known when the title
// names no organ, or one that could be anybody's, when no year is known, or when
// title and text do not agree on it: then nobody knows which year's figures these are.
func issueOf(s *Subject) (issue, bool) {
	organ := ""
	switch {
	case s.Unit != nil:
		organ = register.Key(s.Unit.Name)
	case register.Placed(s.Organ):
		organ = register.Key(s.Organ)
	}
	sameYear := s.year == 0 || s.year == s.Year
	return issue{organ, s.Year}, organ != "" && s.Year != 0 && sameYear && !s.doubtful()
}

// doubtful reports whether a scan's organ or year may be misread.
func (s *Subject) doubtful() bool { return s.OrganDoubt != "" || s.YearDoubt != "" }

// misreadable reports whether a report may be another organ's than was read. Rare
// characters are misread alike in all places: 云岫市 as 云册市. Only the register
// tells then.
func (s *Subject) misreadable() bool { return s.doubtful() || s.Recognised && s.Unit == nil }

// misread counts the reports that may be of another organ or year than was read:
// where there are any, none that seems to be missing is surely so.
func (s *Set) misread() int {
	number := 0
	for _, subject := range slices.Concat(s.subjects, s.earlier) {
		if subject.misreadable() {
			number++
		}
	}
	return number
}

// linkUnits joins the reports of one year along the register: every unit's with
// those of the units that report to it. Of a unit whose files differ, none is taken.
func (s *Set) linkUnits(run *agreement) {
	if s.options.Register == nil {
		return
	}
	units, listed := s.options.Register, s.listed()
	for _, subject := range s.subjects {
		subject.unlisted = subject.Unit == nil && subject.Organ != "" && !subject.misreadable() && 2*listed >= len(s.subjects)
		if _, known := issueOf(subject); !known || subject.Unit == nil {
			continue
		}
		if parent := units.Parent(subject.Unit); parent != nil {
			subject.Parent = run.of(issueOfUnit(parent, subject.Year), subject)
		}
		for _, child := range units.Children(subject.Unit) {
			run.join(subject, child)
		}
	}
}

// organs are the names of all organs that the run or the register knows, by
// key; those that could be anybody's are left out.
func (s *Set) organs() map[string]string {
	names := map[string]string{}
	for _, subject := range s.subjects {
		if register.Placed(subject.Organ) {
			names[register.Key(subject.Organ)] = subject.Organ
		}
	}
	if units := s.options.Register; units != nil {
		for i := range units.Units {
			names[register.Key(units.Units[i].Name)] = units.Units[i].Name
		}
	}
	return names
}

// listed counts the reports whose organ is in the register.
func (s *Set) listed() int {
	number := 0
	for _, subject := range s.subjects {
		if subject.Unit != nil {
			number++
		}
	}
	return number
}

func issueOfUnit(u *register.Unit, year int) issue { return issue{register.Key(u.Name), year} }
