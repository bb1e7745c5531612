package letter

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/validate"
	"gouji/validate/mend"
)

// unit is one organ's report for a year, in one file or several.
type unit struct {
	organ string
	year  int
	// organDoubt and yearDoubt are set when they are not sure.
	organDoubt, yearDoubt bool
	files                 []string
	lists                 lists
}

// lists are the things that a letter tells one after the other, by the name of
// their list: 错误, 警告, 提示, 存疑.
type lists map[string][]fields

// fields are what there is to say of one thing, by the name of the placeholder.
type fields map[string]string

// gathering joins the files of a run by unit.
type gathering struct {
	run    *store.Run
	cards  map[string]store.Card
	units  []*unit
	known  map[string]*unit
	unread int
}

func newGathering(run *store.Run) *gathering {
	g := &gathering{run: run, cards: map[string]store.Card{}, known: map[string]*unit{}}
	for _, card := range run.Rules {
		g.cards[card.ID] = card
	}
	return g
}

// add takes a file. Of its report only the words are kept.
func (g *gathering) add(r corpus.Result) {
	if r.Err != nil {
		g.unread++
	}
	if !readable(r) {
		return
	}
	u := g.unit(r)
	u.files = append(u.files, path.Base(filepath.ToSlash(r.Source.Path)))
	for _, item := range mend.Items(r.Findings) {
		g.take(u, r, item)
	}
	u.reserve(r)
}

// unit is the unit of a report. One whose organ or year is not sure stands for itself.
func (g *gathering) unit(r corpus.Result) *unit {
	u := &unit{organ: r.Report.Organ, year: r.Report.Year, lists: lists{},
		organDoubt: r.Report.OrganDoubt != "", yearDoubt: r.Report.YearDoubt != ""}
	sure := u.organ != "" && u.year != 0 && !u.organDoubt && !u.yearDoubt
	issue := fmt.Sprint(u.year, u.organ)
	if known := g.known[issue]; sure && known != nil {
		return known
	}
	g.units = append(g.units, u)
	if sure {
		g.known[issue] = u
	}
	return u
}

// take adds an item: its heads to the list of their severity, doubts to theirs.
func (g *gathering) take(u *unit, r corpus.Result, item mend.Item) {
	for i, f := range item.Heads {
		if f.Rule == doubtRule {
			u.add(listDoubt, fields{"位置": mend.Place(r.Report, f).ZH, "全句": mend.Sentence(r.Report, f).ZH})
			continue
		}
		follows := item.Follows
		if i > 0 {
			follows = nil
		}
		u.add(mend.Severity(f.Severity).ZH, g.fields(r, f, follows))
	}
}

// doubtRule is the rule that lists figures that were not read for sure: it finds
// no fault with the report.
const doubtRule = "figure-doubtful"

// reserve lists what else the program is not sure of.
func (u *unit) reserve(r corpus.Result) {
	for _, f := range mend.Untold(r.Report, r.Findings) {
		place := validate.PlaceText(f.Where).ZH
		u.add(listDoubt, fields{"位置": place, "全句": strings.TrimSpace(place + " " + mend.CellName(f.ID).ZH + "没有读准（" + f.Doubt + "）")})
	}
	for _, doubt := range r.Report.Doubts() {
		u.add(listDoubt, fields{"全句": doubt})
	}
	if r.Report.Incomplete != "" {
		u.add(listDoubt, fields{"全句": "文件有一部分没能读出：" + r.Report.Incomplete})
	}
}

// add puts a thing on a list.
func (u *unit) add(list string, f fields) {
	f["文件"] = u.files[len(u.files)-1]
	u.lists[list] = append(u.lists[list], f)
}

// mendable reports whether there is something to write a letter about.
func (u *unit) mendable() bool { return len(u.lists[listError])+len(u.lists[listWarning]) > 0 }

// fields are what a letter says of a finding.
func (g *gathering) fields(r corpus.Result, f validate.Finding, follows []validate.Finding) fields {
	card := g.cards[f.Rule]
	values := fields{"位置": mend.Place(r.Report, f).ZH, "问题": f.Message.ZH, "全句": mend.Sentence(r.Report, f).ZH, "编码": f.Code, "规则": card.Title.ZH, "改法": card.Mend.ZH,
		"推断": explanation(f), "涉及": cells(f), "连带": consequences(follows)}
	if f.Got != nil && f.Want != nil {
		values["表内"], values["应为"] = validate.Number(*f.Got), validate.Number(*f.Want)
	}
	ground := strings.TrimSpace(card.Ground.Source + " " + card.Ground.Clause)
	switch {
	case ground == "":
	case card.Ground.Basis == validate.Official:
		values["依据"] = ground
	default: // practice and logic are reasons, no law
		values["理由"] = mend.Ground(card.Ground).ZH
	}
	return values
}

// explanation is what would settle a finding: a guess, which the register decides.
func explanation(f validate.Finding) string {
	switch {
	case f.Explanation.ZH == "":
		return ""
	case len(f.Suspects) > 0:
		return f.Explanation.ZH + "（以台账为准）"
	}
	return f.Explanation.ZH
}

// cells names the cells of a finding whose words do not.
func cells(f validate.Finding) string {
	if len(f.Figures) == 0 || f.Got != nil || strings.Contains(f.Message.ZH, mend.CellName(f.Figures[0]).ZH) {
		return ""
	}
	return validate.CellList(f.Figures).ZH
}

// consequences says what else should be right when the item is mended.
func consequences(follows []validate.Finding) string {
	if len(follows) == 0 {
		return ""
	}
	var words []string
	for _, f := range follows[:min(len(follows), 3)] {
		words = append(words, f.Message.ZH)
	}
	more := ""
	if len(follows) > 3 {
		more = fmt.Sprintf("；等%d处", len(follows))
	}
	return strings.Join(words, "；") + more
}
