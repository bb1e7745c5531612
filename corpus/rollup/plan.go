package rollup

import (
	"errors"
	"fmt"
	"iter"

	"gouji/corpus"
	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
	"gouji/validate/mend"
	"gouji/validate/register"
)

// Plan says what is to be added up.
type Plan struct {
	Register *register.Register
	Parent   *register.Unit // of the Register
	Year     int
	// Own names an organ whose report is added as that of the parent itself, such as
	// its office where the register does not have that below it. The parent's own
	// name means the tables that, by the register, count only its own cases.
	Own string
}

// Errors of a plan that cannot be carried out.
var (
	ErrNoUnits = errors.New("名录里没有单位以它为上级")
	ErrForm    = errors.New("2019年以前没有统一格式，不能汇总")
	ErrOwn     = errors.New("不能再计为本级自己的报告")
)

// Concerns reports whether the report of an organ has to do with the plan, of
// whatever year.
func (p *Plan) Concerns(organ string) bool {
	unit := p.Register.Find(organ)
	switch {
	case organ == "":
		return false
	case unit == nil:
		return p.isOwn(organ) || p.isOffice(organ)
	}
	return unit == p.Parent || p.below(unit) || p.isOwn(organ) || p.isOffice(organ)
}

// Wants reports whether the plan needs a file, by the organ and year of its report:
// beside those that concern it, those of which nobody can tell, since a unit that
// seems to have sent no report may be among them.
func (p *Plan) Wants(organ string, year int) bool {
	return (year == 0 || year == p.Year) && (p.Concerns(organ) || organ == "" || p.Register.Find(organ) == nil)
}

func (p *Plan) isOwn(organ string) bool {
	return p.Own != "" && register.Key(organ) == register.Key(p.Own)
}

// isOffice reports whether an organ is the office of the parent.
func (p *Plan) isOffice(organ string) bool {
	place := register.GovernmentOf(organ)
	return place != "" && place == register.Key(p.Parent.Name)
}

func (p *Plan) below(u *register.Unit) bool {
	for range p.Register.Units {
		if u = p.Register.Parent(u); u == nil || u == p.Parent {
			break
		}
	}
	return u != nil
}

// addends are the tables to be added of each unit.
func (p *Plan) addends() map[*register.Unit]map[string]Share {
	shares := map[*register.Unit]map[string]Share{}
	for _, table := range tables {
		for _, unit := range p.Register.Addends(p.Parent, table) {
			if shares[unit] == nil {
				shares[unit] = map[string]Share{}
			}
			shares[unit][table] = Added
		}
	}
	return shares
}

// tables are the keys of the statutory tables.
var tables = []string{form.Disclosure, form.Applications, form.Remedies}

// units are those to be added up, before anything is known of their reports.
func (p *Plan) units() ([]*Unit, error) {
	shares := p.addends()
	if len(shares) == 0 {
		return nil, fmt.Errorf("“%s”：%w", p.Parent.Name, ErrNoUnits)
	}
	list, err := p.own()
	if err != nil {
		return nil, err
	}
	for i := range p.Register.Units {
		if u := &p.Register.Units[i]; shares[u] != nil {
			list = append(list, &Unit{Unit: u, Tables: shares[u]})
		}
	}
	return list, nil
}

// own is the unit of Plan.Own, if there is one.
func (p *Plan) own() ([]*Unit, error) {
	if p.Own == "" {
		return nil, nil
	}
	unit := p.Register.Find(p.Own)
	if unit == nil {
		unit = &register.Unit{Name: p.Own}
	}
	if unit != p.Parent && p.below(unit) {
		return nil, fmt.Errorf("“%s”已在“%s”之下，%w", p.Own, p.Parent.Name, ErrOwn)
	}
	shares := map[string]Share{}
	for _, table := range tables {
		if p.countsOwn(unit, table) {
			shares[table] = Added
		}
	}
	if len(shares) == 0 {
		return nil, fmt.Errorf("按名录，“%s”的各表都不是只计本机关的，%w", p.Own, ErrOwn)
	}
	return []*Unit{{Unit: unit, Own: true, Tables: shares}}, nil
}

// countsOwn reports whether a unit's table can stand for the parent's own cases. One
// that counts an area has counted others too; of the parent's the register must say
// that it does not.
func (p *Plan) countsOwn(u *register.Unit, table string) bool {
	scope := u.Scope[table]
	return scope == register.Own || scope == "" && u != p.Parent
}

// Of carries out a plan over the results of a season; those that it does not want
// may be left out. The error is the plan's or the results'.
func Of(p *Plan, results iter.Seq2[corpus.Result, error]) (*Rollup, error) {
	units, err := p.units()
	if err != nil {
		return nil, err
	}
	r := &Rollup{Parent: p.Parent, Year: p.Year, Form: form.ForYear(p.Year), Units: units}
	if r.Form == nil {
		return nil, fmt.Errorf("%d年：%w", p.Year, ErrForm)
	}
	s := season{plan: p, set: validate.NewSet(validate.Options{Register: p.Register}), items: map[*parser.Report][]mend.Item{}}
	for result, err := range results {
		if err != nil {
			return nil, err
		}
		s.take(r, result)
	}
	if err := s.sortOut(r); err != nil {
		return nil, err
	}
	r.addUp()
	return r, s.compare(r)
}
