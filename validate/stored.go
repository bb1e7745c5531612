package validate

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"

	"gouji/parser"
)

// Reports that the set does not keep. Of each it has the head, which is all that
// most of linking asks for; the whole report is loaded when its figures or words
// are needed, and the last few that were loaded are at hand.

// AddStored is Add for a report that is stored somewhere, such as in a database,
// so that a run of any size takes little memory: the set looks at r once and
// keeps some hundred bytes of it; load gives the same report again. It is called
// a few times a report, after Link by several goroutines if Check is. It may
// give the very same report each time: nothing writes to it.
//
// What load fails at is returned by Check, for every report that cannot be
// checked without what it should have given.
func (s *Set) AddStored(r *parser.Report, load func() (*parser.Report, error)) int {
	s.subjects = append(s.subjects, storedSubject(r, load, &s.options))
	return len(s.subjects) - 1
}

// AddStoredPrevious is AddPrevious in the way of AddStored.
func (s *Set) AddStoredPrevious(r *parser.Report, load func() (*parser.Report, error)) {
	s.earlier = append(s.earlier, storedSubject(r, load, &s.options))
}

func storedSubject(r *parser.Report, load func() (*parser.Report, error), o *Options) *Subject {
	subject := newSubject(r, o)
	subject.Report, subject.load = headOf(r), load
	return subject
}

// headOf is a report without its tables, figures and prose. Texts are copied, as
// they may be parts of larger ones.
func headOf(r *parser.Report) *parser.Report {
	head := *r
	head.Tables, head.Figures, head.Preface, head.Sections = nil, nil, nil, nil
	head.Title, head.Organ, head.Incomplete = strings.Clone(r.Title), strings.Clone(r.Organ), strings.Clone(r.Incomplete)
	head.Authors = slices.Clone(r.Authors)
	for i, author := range head.Authors {
		head.Authors[i] = strings.Clone(author)
	}
	return &head
}

var (
	errNoReport    = errors.New("the store gave no report")
	errOtherReport = errors.New("the store gave another report")
)

// sameAs is the error of a loaded report that is not the one of a head: its figures
// would be shown as those of another file.
func sameAs(head, loaded *parser.Report) error {
	switch {
	case loaded == nil:
		return errNoReport
	case loaded.Source.SHA256 != head.Source.SHA256 || loaded.Organ != head.Organ || loaded.Year != head.Year:
		return errOtherReport
	}
	return nil
}

// atHand is how many loaded reports are kept, at some 60 KB each: enough for those
// that one report is compared with on several goroutines.
const atHand = 64

// loaded keeps the reports that were loaded last. It is safe for several goroutines;
// two that want one report at once may both load it.
type loaded struct {
	mutex   sync.Mutex
	reports map[*Subject]*parser.Report
	order   []*Subject // as they were loaded, the oldest first
}

// of is the whole report of a subject of the set.
func (l *loaded) of(s *Subject) (*parser.Report, error) {
	if s.load == nil {
		return s.Report, nil
	}
	if report := l.kept(s); report != nil {
		return report, nil
	}
	report, err := s.load()
	if err == nil {
		err = sameAs(s.Report, report)
	}
	if err != nil {
		return nil, fmt.Errorf("load the report of %s: %w", s.Source.Path, err)
	}
	l.keep(s, report)
	return report, nil
}

func (l *loaded) kept(s *Subject) *parser.Report {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.reports[s]
}

func (l *loaded) keep(s *Subject, report *parser.Report) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.reports == nil {
		l.reports = make(map[*Subject]*parser.Report, atHand)
	}
	if l.reports[s] == nil {
		l.order = append(l.order, s)
	}
	l.reports[s] = report
	if len(l.order) > atHand {
		delete(l.reports, l.order[0])
		l.order = slices.Delete(l.order, 0, 1)
	}
}

// view is the set as one check sees it, with the reports that it looks at whole.
type view struct {
	reports *loaded
	err     error // of the reports that could not be loaded
}

// subject is one with its whole report and those of the subjects it points to.
func (v *view) subject(s *Subject) *Subject {
	full := *v.of(s)
	full.view = v
	full.Previous, full.Parent, full.Children = v.of(s.Previous), v.of(s.Parent), v.all(s.Children)
	return &full
}

// of is a subject with its whole report; those that it points to are as they were.
func (v *view) of(s *Subject) *Subject {
	if s == nil || s.load == nil {
		return s
	}
	report, err := v.reports.of(s)
	if err != nil {
		v.err = errors.Join(v.err, err)
		return s
	}
	whole := *s
	whole.Report = report
	return &whole
}

func (v *view) all(list []*Subject) []*Subject {
	whole := slices.Clone(list)
	for i := range whole {
		whole[i] = v.of(whole[i])
	}
	return whole
}
