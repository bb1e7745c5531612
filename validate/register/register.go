// Package register reads the list of the units that must report: an optional
// CSV file that the supervisory office keeps. With it the program knows what a
// name alone cannot tell: aliases and former names, the kind and level of a
// unit, whom it reports under, whose cases its tables count, and its deadline.
// Without it no rule that needs any of this says anything.
//
//	名称,别名,类别,级别,上级,表二口径,表三口径,表四口径,截止日期
//	某县人民政府,,政府,县级,,本机关,全域,全域,
//	某县乡村振兴局,某县扶贫办；县扶贫办,部门,县级,某县人民政府,本机关,本机关,本机关,
//
// README.md has the format in full. Read takes what Excel writes and reports
// all that is wrong, by line and column; a register with a fault is not used.
//
// Key and Placed are what the program knows of organs' names without one.
package register

// Kind says what a unit is, and so which articles bind it.
type Kind string

// The kinds of unit.
const (
	Government Kind = "government" // a people's government from county level up
	Office     Kind = "office"     // the office of a government, reporting as an organ of its own
	Department Kind = "department" // a department of a government from county level up
	Township   Kind = "township"   // 乡镇人民政府, 街道办事处
	Authorised Kind = "authorised" // an organisation authorised by law, 事业单位 and the like
)

// Level is the administrative level of a unit.
type Level string

// The levels, highest first.
const (
	State  Level = "state"
	Prov   Level = "province"
	City   Level = "city"
	County Level = "county"
	Town   Level = "township"
)

// Scope says whose cases a table of a unit counts.
type Scope string

// The scopes.
const (
	Own  Scope = "own"  // its own only
	Area Scope = "area" // its own and those of all units below it
)

// Day is a day of the year after the reported one.
type Day struct{ Month, Day int }

// Unit is one unit of the register.
type Unit struct {
	Name     string           // the official name
	Aliases  []string         // short and former names
	Kind     Kind             // empty when not told
	Level    Level            // empty when not told
	Parent   string           // official name of the unit that collects its report; empty for the topmost
	Scope    map[string]Scope // by table: form.Disclosure, form.Applications, form.Remedies
	Deadline *Day             // nil for that of its kind
	Line     int              // of the file, from 1
}

// Register is the units in the order of the file. New makes one.
type Register struct {
	Path  string
	Units []Unit

	byKey    map[string]*Unit  // by Key of name and aliases
	children map[*Unit][]*Unit // in the order of the file
}

// New makes a register of units. Where two claim a name, the first has it.
func New(path string, units []Unit) *Register {
	r := &Register{Path: path, Units: units, byKey: map[string]*Unit{}, children: map[*Unit][]*Unit{}}
	for i := range units {
		u := &units[i]
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			if key := Key(name); r.byKey[key] == nil {
				r.byKey[key] = u
			}
		}
	}
	for i := range units {
		if parent := r.Parent(&units[i]); parent != nil {
			r.children[parent] = append(r.children[parent], &units[i])
		}
	}
	return r
}

// Find returns the unit of that name or alias, nil when there is none.
func (r *Register) Find(name string) *Unit {
	if r == nil || name == "" {
		return nil
	}
	return r.byKey[Key(name)]
}

// Parent returns the unit that one reports to, nil for the topmost.
func (r *Register) Parent(u *Unit) *Unit { return r.Find(u.Parent) }

// Children returns the units that report to one, in the order of the file.
func (r *Register) Children(u *Unit) []*Unit { return r.children[u] }

// Addends are the units whose reports make up the area below one in a table:
// those that report to it and, below each that counts only its own cases there,
// the units below that one in turn. They stand in the order of the file, each
// after the unit that it reports to.
func (r *Register) Addends(u *Unit, table string) []*Unit {
	return r.addends(u, table, map[*Unit]bool{u: true})
}

func (r *Register) addends(u *Unit, table string, seen map[*Unit]bool) []*Unit {
	var list []*Unit
	for _, child := range r.Children(u) {
		if seen[child] { // a register that New made may go in circles
			continue
		}
		seen[child] = true
		list = append(list, child)
		if child.Scope[table] == Own {
			list = append(list, r.addends(child, table, seen)...)
		}
	}
	return list
}

// CountedTwice are the offices among units whose government stands beside them
// and counts them in the table: to add both would count the office twice.
func CountedTwice(units []*Unit, table string) []*Unit {
	governments := map[string]bool{}
	for _, u := range units {
		if u.Kind == Government && u.Scope[table] == Area {
			governments[Key(u.Name)] = true
		}
	}
	var list []*Unit
	for _, u := range units {
		if u.Kind == Office && governments[GovernmentOf(u.Name)] {
			list = append(list, u)
		}
	}
	return list
}
