// Package register reads the list of the units that must report: an optional
// CSV file that the supervisory office keeps. With it the program knows what a
// name alone cannot tell: aliases and former names, the kind and level of a
// unit, whom it reports under, whose cases its tables count, and its deadline.
// Without it no rule that needs any of this says anything.
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

// Register is the units in the order of the file.
type Register struct {
	Path  string
	Units []Unit
}
