package parser

import (
	"math"
	"strconv"
	"strings"

	"gouji/parser/document"
)

// Record is a report, or the reason why there is none, as JSON of the schema
// gouji.report/1. Its fields stand in the order of the contract; fields are
// added at the end of their object, never changed.
type Record struct {
	Schema   string         `json:"schema"` // "gouji.report/1"
	Source   Source         `json:"source"`
	Organ    *string        `json:"organ"`    // null when the title names none
	Year     *int           `json:"year"`     // null when unknown
	Template *string        `json:"template"` // null when no table tells
	Tables   []recordTable  `json:"tables"`
	Sections []recordPart   `json:"sections"`
	Figures  []recordFigure `json:"figures"`
	Error    *Failure       `json:"error"` // null when the report was read

	Title      string      `json:"title,omitempty"`
	Period     *[2]string  `json:"period,omitempty"` // first and last day, as 2024-01-01
	Date       string      `json:"date,omitempty"`   // of the report, as 2025-01-31
	Incomplete string      `json:"incomplete,omitempty"`
	Revisions  *recordEdit `json:"revisions,omitempty"`
	Recognised bool        `json:"recognised,omitempty"`  // some of it was recognised in pictures
	OrganDoubt string      `json:"organ_doubt,omitempty"` // why the organ is not sure
	YearDoubt  string      `json:"year_doubt,omitempty"`

	TemplateDoubt string `json:"template_doubt,omitempty"`
}

// Failure says why a file gave no report.
type Failure struct {
	Kind    document.Kind `json:"kind"`
	Message string        `json:"message"`
	// Limit is the one that the file went over; absent for other kinds.
	Limit document.Limit `json:"limit,omitempty"`
}

// Amount is a number that JSON shows plainly, without an exponent.
type Amount float64

type recordTable struct {
	Table    string         `json:"table"`
	Template *string        `json:"template"` // null when its labels fit both editions
	Where    document.Place `json:"where"`
}

type recordPart struct {
	Number   int            `json:"number"` // 0 when the heading has no numeral
	Heading  string         `json:"heading"`
	Title    string         `json:"title"`
	Text     string         `json:"text"` // paragraphs, one a line
	Where    document.Place `json:"where"`
	Official int            `json:"official,omitempty"` // number of the official section that it means
}

type recordFigure struct {
	ID       string         `json:"id"`
	State    State          `json:"state"`
	Value    *Amount        `json:"value"` // null unless the state is number
	Raw      string         `json:"raw"`
	Doubtful bool           `json:"doubtful"`
	Doubt    string         `json:"doubt,omitempty"`
	Where    document.Place `json:"where"`
	// Confidence, 0 to 1, is there in recognised figures only.
	Confidence float64 `json:"confidence,omitempty"`
}

type recordEdit struct {
	Insertions int `json:"insertions"`
	Deletions  int `json:"deletions"`
	Comments   int `json:"comments"`
}

// NewRecord makes the record of one file: report is nil when failure is not.
func NewRecord(source Source, report *Report, failure *document.Error) Record {
	record := Record{
		Schema: "gouji.report/1", Source: source, Error: NewFailure(failure),
		Tables: []recordTable{}, Sections: []recordPart{}, Figures: []recordFigure{},
	}
	if report != nil {
		record.fill(report)
	}
	return record
}

// NewFailure is the failure of an error, nil for nil.
func NewFailure(err *document.Error) *Failure {
	if err == nil {
		return nil
	}
	return &Failure{err.Kind, err.Message, err.Limit}
}

// Identity is what names a report in JSON: each nil when the report does not tell.
func (r *Report) Identity() (organ *string, year *int, template *string) {
	if r.Year != 0 {
		year = &r.Year
	}
	return known(r.Organ), year, known(r.Template)
}

func (r *Record) fill(report *Report) {
	r.Organ, r.Year, r.Template = report.Identity()
	for _, t := range report.Tables {
		r.Tables = append(r.Tables, recordTable{t.Key, known(string(t.Edition)), t.Where})
	}
	for _, s := range report.Sections {
		r.Sections = append(r.Sections, recordPart{s.Number, s.Heading, s.Title, s.text(), s.Where, s.Official})
	}
	for _, f := range report.Figures {
		r.Figures = append(r.Figures, newRecordFigure(f))
	}
	r.Title, r.Incomplete, r.Recognised = report.Title, report.Incomplete, report.Recognised
	r.OrganDoubt, r.YearDoubt, r.TemplateDoubt = report.OrganDoubt, report.YearDoubt, report.TemplateDoubt
	if report.Period != nil {
		r.Period = &[2]string{report.Period.From.iso(), report.Period.To.iso()}
	}
	if report.Date != nil {
		r.Date = report.Date.iso()
	}
	if e := report.Revisions; e.Any() {
		r.Revisions = &recordEdit{e.Insertions, e.Deletions, e.Comments}
	}
}

func newRecordFigure(f Figure) recordFigure {
	record := recordFigure{ID: f.ID, State: f.State, Raw: f.Raw, Doubtful: f.Doubt != "", Doubt: f.Doubt, Where: f.Where, Confidence: math.Round(100*f.Confidence) / 100}
	if f.State == Number {
		value := Amount(f.Value)
		record.Value = &value
	}
	return record
}

func (s *Section) text() string {
	lines := make([]string, len(s.Passages))
	for i, p := range s.Passages {
		lines[i] = p.Text
	}
	return strings.Join(lines, "\n")
}

func (d Date) iso() string {
	two := func(n int) string { return strconv.Itoa(n/10) + strconv.Itoa(n%10) }
	return strconv.Itoa(d.Year) + "-" + two(d.Month) + "-" + two(d.Day)
}

func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

// MarshalJSON writes the number in full: 3120, not 3.12e+03; null if it is none.
func (a Amount) MarshalJSON() ([]byte, error) {
	if math.IsNaN(float64(a)) || math.IsInf(float64(a), 0) {
		return []byte("null"), nil
	}
	return strconv.AppendFloat(nil, float64(a), 'f', -1, 64), nil
}
