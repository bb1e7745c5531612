package validate

import (
	"gouji/parser"
	"gouji/validate/register"
)

// agreement tells which file of an issue holds where there are several. An issue is
// looked at once, however many reports ask: a folder may hold hundreds of copies.
type agreement struct {
	set    *Set
	issues map[issue][]*Subject
	known  map[issue]verdict
}

// verdict is the file that holds, nil when nobody can tell; err says which of them
// could not be loaded.
type verdict struct {
	file *Subject
	err  error
}

func (s *Set) agreement(issues map[issue][]*Subject) *agreement {
	return &agreement{s, issues, map[issue]verdict{}}
}

// of is the file of an issue that holds. It is wanted for a subject, which cannot
// be checked when one of them cannot be loaded.
func (a *agreement) of(of issue, whom *Subject) *Subject {
	v, met := a.known[of]
	if !met {
		v.file, v.err = a.set.agreed(a.issues[of])
		a.known[of] = v
	}
	if v.err != nil {
		whom.broken = v.err
	}
	return v.file
}

// join takes in what a unit below a subject's sent.
func (a *agreement) join(subject *Subject, child *register.Unit) {
	of := issueOfUnit(child, subject.Year)
	switch one := a.of(of, subject); {
	case one != nil:
		subject.Children = append(subject.Children, one)
	case len(a.issues[of]) == 0:
		subject.absent = append(subject.absent, child)
	default:
		subject.unclear = append(subject.unclear, child)
	}
}

// agreed is the first of the files of an issue when no two of them differ in a cell
// that was read for sure in both, nil when they do or there is none.
func (s *Set) agreed(files []*Subject) (*Subject, error) {
	switch len(files) {
	case 0:
		return nil, nil
	case 1: // has nobody to differ from, and need not be loaded
		return files[0], nil
	}
	said := map[string]float64{}
	for _, file := range files {
		report, err := s.loaded.of(file)
		if err != nil || !agrees(report, said) {
			return nil, err
		}
	}
	return files[0], nil
}

// agrees reports whether a report says nothing else than was said, and adds what it
// says: where one file is doubtful, two others may differ.
func agrees(r *parser.Report, said map[string]float64) bool {
	for i := range r.Figures {
		value, sure := r.Figures[i].Sure()
		if !sure {
			continue
		}
		if before, met := said[r.Figures[i].ID]; met && before != value {
			return false
		}
		said[r.Figures[i].ID] = value
	}
	return true
}
