package page

import (
	"slices"

	"gouji/corpus"
	"gouji/parser"
	"gouji/validate"
	"gouji/validate/mend"
)

// words is a sentence in both languages of the page.
type words struct {
	ZH string `json:"zh"`
	EN string `json:"en,omitempty"`
}

func wordsOf(t validate.Text) words { return words{t.ZH, t.EN} }

// state says what became of a file.
type state string

const (
	stateRead     state = "read"
	stateUnread   state = "unread"
	stateRegister state = "register" // no report: what is said of the office's list of units
)

// head is what the overview tells of one file.
type head struct {
	State    state    `json:"state"`
	Organ    string   `json:"organ,omitempty"`
	Year     int      `json:"year,omitempty"`
	Unsure   bool     `json:"unsure,omitempty"` // organ or year may be misread
	Template string   `json:"template,omitempty"`
	Path     string   `json:"path"`
	Error    int      `json:"error,omitempty"`
	Warning  int      `json:"warning,omitempty"`
	Info     int      `json:"info,omitempty"`
	Doubtful int      `json:"doubtful,omitempty"` // cells
	Partial  bool     `json:"partial,omitempty"`  // some of the file could not be read
	Rules    []string `json:"rules,omitempty"`    // of the findings that are to be mended, one for each
	// Detail tells that the file has the report's own page, too.
	Detail bool `json:"detail,omitempty"`
}

func headOf(r corpus.Result) head {
	h := head{State: stateRead, Path: r.Source.Path}
	list := mend.Items(r.Findings)
	for _, item := range list {
		for _, f := range item.Heads {
			h.Rules = append(h.Rules, f.Rule)
		}
	}
	sum := mend.Tally(list)
	h.Error, h.Warning, h.Info = sum.Error, sum.Warning, sum.Info
	switch {
	case r.Source.Format == corpus.Register:
		h.State = stateRegister
	case r.Report == nil:
		h.State = stateUnread
	default:
		h.tell(r.Report)
	}
	return h
}

func (h *head) tell(r *parser.Report) {
	h.Organ, h.Year, h.Template = r.Organ, r.Year, r.Template
	h.Unsure = r.OrganDoubt != "" || r.YearDoubt != ""
	h.Doubtful, h.Partial = len(mend.Doubtful(r)), r.Incomplete != ""
}

// remarkable reports whether there is anything to look at beside the figures.
func (h *head) remarkable() bool {
	return h.State != stateRead || h.Error+h.Warning+h.Info+h.Doubtful > 0 || h.Partial || h.Unsure
}

// weights of reports, the heaviest first: whose pages are drawn first.
var weights = []func(*head) bool{
	func(h *head) bool { return h.Error > 0 },
	func(h *head) bool { return h.Warning > 0 },
	func(h *head) bool { return h.Doubtful > 0 },
}

func (h *head) weight() int {
	at := slices.IndexFunc(weights, func(has func(*head) bool) bool { return has(h) })
	if at < 0 {
		return len(weights)
	}
	return at
}
