package dataset

import (
	"cmp"
	"slices"

	"gouji/corpus/dataset/panel"
	"gouji/corpus/dataset/table"
	"gouji/validate/register"
)

// unit is an organ, as it is told apart from others over the years.
type unit struct {
	id     string
	source unitSource
	names  []string // under which it reports, sorted
	years  []int    // that it reports on, sorted
	row    *register.Unit
	region string
	into   *unit // that a person says it is the same as; nil for most
}

// unitSource says what a unit is told apart by.
type unitSource string

const (
	byRegister unitSource = "register"
	byName     unitSource = "name"
	byPerson   unitSource = "confirmed"
	unplaced   unitSource = "unplaced"
)

// units are the units of a dataset.
type units struct {
	list []*unit // by id
	byID map[string]*unit
}

// unitsOf finds the unit of each report whose organ is known, as a person joined
// them.
func unitsOf(order []*entry, decisions []panel.Decision) (*units, error) {
	u := &units{byID: map[string]*unit{}}
	for _, e := range order {
		if e.organ != "" {
			e.unit = u.of(e)
			e.unit.report(e)
		}
	}
	if err := u.join(order, decisions); err != nil {
		return nil, err
	}
	for _, e := range order {
		e.unit = e.unit.whole()
	}
	for _, known := range u.byID {
		if known.into == nil {
			u.list = append(u.list, known)
		}
	}
	slices.SortFunc(u.list, func(a, b *unit) int { return cmp.Compare(a.id, b.id) })
	return u, nil
}

// of finds or makes the unit of a report: by the register, or else by the name,
// folded as the rules that compare years fold it. A name that stands for an organ
// in every county (民政局) joins nothing.
func (u *units) of(e *entry) *unit {
	fresh := &unit{source: byName, id: register.Key(e.organ)}
	if row := e.run.register.Find(e.organ); row != nil {
		fresh = &unit{source: byRegister, id: row.Name, row: row, region: regionOf(e.run.register, row)}
	} else if !register.Placed(e.organ) {
		fresh.source, fresh.id = unplaced, fresh.id+"@"+e.id
	}
	if known := u.byID[fresh.id]; known != nil {
		return known
	}
	u.byID[fresh.id] = fresh
	return fresh
}

// report notes a report of the unit.
func (u *unit) report(e *entry) {
	u.names = insert(u.names, e.organ)
	if e.year != 0 {
		u.years = insert(u.years, e.year)
	}
}

func insert[T cmp.Ordered](sorted []T, x T) []T {
	i, found := slices.BinarySearch(sorted, x)
	if found {
		return sorted
	}
	return slices.Insert(sorted, i, x)
}

// regionOf is the place whose government the unit is, or stands under.
func regionOf(r *register.Register, u *register.Unit) string {
	for range r.Units {
		if u == nil || u.Kind == register.Government {
			break
		}
		u = r.Parent(u)
	}
	if u == nil || u.Kind != register.Government {
		return ""
	}
	return register.Key(u.Name)
}

// The fields of a unit; of no unit, empty.

func (u *unit) name() string {
	if u == nil {
		return ""
	}
	return u.id
}

func (u *unit) kind() string {
	if u == nil || u.row == nil {
		return ""
	}
	return string(u.row.Kind)
}

func (u *unit) level() string {
	if u == nil || u.row == nil {
		return ""
	}
	return string(u.row.Level)
}

func (u *unit) parent() string {
	if u == nil || u.row == nil {
		return ""
	}
	return u.row.Parent
}

func (u *unit) place() string {
	if u == nil {
		return ""
	}
	return u.region
}

var kinds = []table.Category{
	{Value: string(register.Government), Label: table.Text{ZH: "政府", EN: "people's government"}},
	{Value: string(register.Office), Label: table.Text{ZH: "政府办公厅（室）", EN: "office of a government"}},
	{Value: string(register.Department), Label: table.Text{ZH: "部门", EN: "department of a government"}},
	{Value: string(register.Township), Label: table.Text{ZH: "乡镇、街道", EN: "township or sub-district"}},
	{Value: string(register.Authorised), Label: table.Text{ZH: "其他", EN: "authorised organisation"}},
}

var levels = []table.Category{
	{Value: string(register.State), Label: table.Text{ZH: "国家级", EN: "state"}},
	{Value: string(register.Prov), Label: table.Text{ZH: "省级", EN: "province"}},
	{Value: string(register.City), Label: table.Text{ZH: "市级", EN: "city"}},
	{Value: string(register.County), Label: table.Text{ZH: "县级", EN: "county"}},
	{Value: string(register.Town), Label: table.Text{ZH: "乡级", EN: "township"}},
}

var unitSources = []table.Category{
	{Value: string(byRegister), Label: table.Text{ZH: "单位名录", EN: "the register of units"}},
	{Value: string(byName), Label: table.Text{ZH: "名称相同", EN: "the same name"}},
	{Value: string(byPerson), Label: table.Text{ZH: "经人确认（--panel）", EN: "a person's word (--panel)"}},
	{Value: string(unplaced), Label: table.Text{ZH: "名称里没有地方，不与任何报告合并", EN: "its name has no place: joined with nothing"}},
}
