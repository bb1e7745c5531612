package house

import (
	"path"
	"slices"
	"strings"

	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"gouji/parser"
	"gouji/parser/claim"
	"gouji/parser/form"
	"gouji/validate"
)

// view is a report as expressions see it. Texts are flat, as package claim
// compares them: in half width and without spaces.
type view struct {
	Organ    string `cel:"organ"`
	Year     int    `cel:"year"`
	Template string `cel:"template"`

	subject *validate.Subject
}

// section is a section of the report, text without its heading.
type section struct {
	Title string `cel:"title"`
	Text  string `cel:"text"`
}

// statement is what the prose says of one number (package claim), where it is
// certain and about the report's own year and organ.
type statement struct {
	Kind     string  `cel:"kind"`   // count, none, all, share, change
	Act      string  `cel:"act"`    // received, answered, carried out …
	Object   string  `cel:"object"` // application, reconsideration …
	Number   float64 `cel:"number"`
	Unit     string  `cel:"unit"` // 件
	Text     string  `cel:"text"` // the words of the claim
	Sentence string  `cel:"sentence"`
}

func (v *view) claims() any {
	if !v.whole() {
		return partly()
	}
	list := []statement{}
	for _, c := range v.subject.Certain() {
		list = append(list, statement{string(c.Kind), string(c.Act), string(c.Object), c.Quantity.Value, c.Quantity.Unit, c.Text, c.Sentence.Text})
	}
	return list
}

func viewOf(s *validate.Subject) *view {
	return &view{claim.Flat(s.Organ), s.Year, s.Template, s}
}

// silence is why a rule says nothing of a report: something that it looks at is
// not there, or was not read for sure.
type silence struct{ why validate.Text }

func (s silence) Error() string { return s.why.EN }

// unknown is the value of what cannot be told. It spreads through an
// expression, except where the rest decides alone: unknown || true is true.
func unknown(why validate.Text) ref.Val { return types.WrapErr(silence{why}) }

// mistake is an expression that cannot be worked out on any report like this.
func mistake(what validate.Text) ref.Val { return types.WrapErr(trouble{what}) }

func (v *view) figure(id string) ref.Val {
	if !isFigure(id) {
		return mistake(noFigure(id))
	}
	value, sure := v.subject.Figure(id).Sure()
	if !sure {
		return unknown(saying("%[2]s不是读准了的数", "%[1]s is not a number that was read for sure", id, cellName(id)))
	}
	return types.Double(value)
}

// cellName is a cell of the form as a letter would call it.
func cellName(id string) string {
	cell, _ := form.Find(id)
	return cell.Name()
}

// state is how a cell stands in the document. What was not read for sure may be
// anything.
func (v *view) state(id string) ref.Val {
	if !isFigure(id) {
		return mistake(noFigure(id))
	}
	switch f := v.subject.Figure(id); {
	case f == nil:
		return types.String("absent")
	case f.Doubt != "":
		return unknown(saying("%[2]s没有读准", "%[1]s was not read for sure", id, cellName(id)))
	default:
		return types.String(f.State)
	}
}

// sum adds the cells of the report's form whose ids fit a pattern, in which *
// stands for one word. All of them must be there.
func (v *view) sum(pattern string) ref.Val {
	if len(cellsLike(pattern, form.All()...)) == 0 {
		return mistake(noFigure(pattern))
	}
	official := form.Of(form.Edition(v.Template))
	if official == nil {
		return unknown(saying("各表格式不一", "the tables are of different forms"))
	}
	total := 0.0
	for _, id := range cellsLike(pattern, official) {
		value, sure := v.subject.Figure(id).Sure()
		if !sure {
			return v.figure(id)
		}
		total += value
	}
	return exact(total)
}

// cellsLike are the cells of forms whose ids fit a pattern.
func cellsLike(pattern string, forms ...*form.Form) []string {
	var list []string
	for _, f := range forms {
		for _, cell := range f.Cells() {
			if fits(pattern, cell.ID) {
				list = append(list, cell.ID)
			}
		}
	}
	return list
}

func fits(pattern, id string) bool {
	slashed := func(s string) string { return strings.ReplaceAll(s, ".", "/") }
	ok, err := path.Match(slashed(pattern), slashed(id))
	return ok && err == nil
}

// section gives a section of which all that it says is known: what it does not
// say can be held against it only then.
func (v *view) section(number int) ref.Val {
	s := v.subject.Section(number)
	switch {
	case s == nil:
		return unknown(saying("没有找到第%d部分", "section %d was not found", number))
	case s.Excerpt || v.subject.Incomplete != "":
		return unknown(saying("第%d部分的文字不完整", "the text of section %d is not known in full", number))
	}
	return adapter.NativeToValue(&section{claim.Flat(s.Title), flat(s.Passages)})
}

func (v *view) hasSection(number int) ref.Val {
	if v.subject.Incomplete != "" {
		return unknown(saying("文件有一部分没能读出", "a part of the file could not be read"))
	}
	return types.Bool(v.subject.Section(number) != nil)
}

// whole reports whether all that the report says is known.
func (v *view) whole() bool {
	r := v.subject.Report
	return !r.PrefaceExcerpt && r.Incomplete == "" &&
		!slices.ContainsFunc(r.Sections, func(s parser.Section) bool { return s.Excerpt })
}

// partly is the value of what needs all that the report says.
func partly() ref.Val { return unknown(saying("正文不完整", "the text is not known in full")) }

// text is all the prose of the report.
func (v *view) text() ref.Val {
	if !v.whole() {
		return partly()
	}
	all := []string{flat(v.subject.Preface)}
	for _, s := range v.subject.Sections {
		all = append(all, flat(s.Passages))
	}
	return types.String(strings.Join(all, "\n"))
}

// flat is passages as they are compared, one a line.
func flat(passages []parser.Passage) string {
	var list []string
	for _, p := range passages {
		list = append(list, claim.Flat(p.Text))
	}
	return strings.Join(list, "\n")
}
