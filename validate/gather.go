package validate

import (
	"gouji/parser"
	"gouji/validate/register"
)

// Sent is what one unit of the register sent for a year.
type Sent struct {
	Unit  *register.Unit
	Files []*parser.Report // its reports of that year, in the order of the set
	// Agreed is set when the Files do not differ in any cell that was read for sure
	// in two of them: then each is the unit's report, and there is at least one.
	Agreed bool
	// Unsure are reports that name the unit and the year, of which it is not sure
	// that they are its and of that year: a scan that may be misread, a text about
	// another year than the title.
	Unsure []*parser.Report
}

// Gather sorts out what units sent for a year, in their order: what the rules of
// the roll-up go by, for who adds the reports up. It needs no Link. The error is
// that of a stored report which cannot be loaded.
func (s *Set) Gather(units []*register.Unit, year int) ([]Sent, error) {
	issues := s.issues(s.subjects)
	unsure := s.unsure(year)
	list := make([]Sent, len(units))
	for i, unit := range units {
		files := issues[issueOfUnit(unit, year)]
		sent := Sent{Unit: unit, Unsure: unsure[unit]}
		for _, subject := range files {
			report, err := s.loaded.of(subject)
			if err != nil {
				return nil, err
			}
			sent.Files = append(sent.Files, report)
		}
		holds, err := s.agreed(files)
		if err != nil {
			return nil, err
		}
		sent.Agreed = holds != nil
		list[i] = sent
	}
	return list, nil
}

// unsure are the reports that bear a unit's name and a year and cannot be taken
// for its report of that year, by unit.
func (s *Set) unsure(year int) map[*register.Unit][]*parser.Report {
	list := map[*register.Unit][]*parser.Report{}
	for _, subject := range s.subjects {
		if subject.Unit == nil || subject.Year != year {
			continue
		}
		if _, known := issueOf(subject); !known {
			list[subject.Unit] = append(list[subject.Unit], subject.Report)
		}
	}
	return list
}
