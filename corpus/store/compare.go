package store

import (
	"encoding/json"
	"slices"

	"gouji/validate"
)

// Change is what became of one unit's report for a year since an earlier run.
type Change struct {
	Organ string // empty when the report names none: then Path alone tells
	Year  int    // 0 when unknown
	Path  string // of its file in the later run; of the earlier one when Absent

	Mended  []validate.Finding // of the earlier run: the report has them no more
	Open    []validate.Finding // of the later run: the earlier one had them too
	New     []validate.Finding // of the later run
	Unclear []validate.Finding // of the earlier run: gone, but nobody can say mended

	Absent bool // the later run has no report of it
	Unread bool // its later file could not be read
	First  bool // the earlier run has no report of it
}

// Changed reports whether there is anything to tell.
func (c *Change) Changed() bool {
	return c.Absent || c.Unread || len(c.Mended)+len(c.Open)+len(c.New)+len(c.Unclear) > 0
}

// Compare says per unit what was mended since an earlier run, of this store or
// of another one, what is still open, and what is new; units in the order of the
// later run, absent ones last. A finding that is gone counts as mended only when
// the later reading is sure of every cell that it is about, read the report
// whole, and asked the same rule.
func Compare(earlier *Store, before *Run, later *Store, after *Run) ([]Change, error) {
	old, err := earlier.units(before)
	if err != nil {
		return nil, err
	}
	now, err := later.units(after)
	if err != nil {
		return nil, err
	}
	c := comparison{rules: map[string]bool{}, earlier: map[string]*unit{}, met: map[*unit]bool{}}
	for _, card := range after.Rules {
		c.rules[card.ID] = true
	}
	return c.all(old, now), nil
}

type comparison struct {
	rules   map[string]bool  // that the later run asked
	earlier map[string]*unit // by each of their names
	met     map[*unit]bool   // of the earlier ones, those found again
}

func (c *comparison) all(old, now []*unit) []Change {
	for _, u := range old {
		for _, name := range u.names() {
			if c.earlier[name] == nil {
				c.earlier[name] = u
			}
		}
	}
	var changes []Change
	for _, u := range now {
		changes = append(changes, c.change(c.find(u), u))
	}
	for _, u := range old {
		if !c.met[u] {
			changes = append(changes, Change{Organ: u.organ, Year: u.year, Path: u.paths[0], Absent: true, Unclear: u.findings})
		}
	}
	return changes
}

// find is the unit as the earlier run had it: of the same organ and year, or
// else, since a title may have been mended, in a file of the same path.
func (c *comparison) find(u *unit) *unit {
	for _, name := range u.names() {
		if before := c.earlier[name]; before != nil && !c.met[before] {
			c.met[before] = true
			return before
		}
	}
	return nil
}

func (c *comparison) change(before, now *unit) Change {
	change := Change{Organ: now.organ, Year: now.year, Path: now.paths[0], Unread: now.unread, First: before == nil}
	if before == nil {
		change.New = now.findings
		return change
	}
	var gone []validate.Finding
	change.Open, change.New = parted(now.findings, before.findings)
	_, gone = parted(before.findings, now.findings)
	for _, f := range gone {
		if now.rereads(f) && c.rules[f.Rule] {
			change.Mended = append(change.Mended, f)
		} else {
			change.Unclear = append(change.Unclear, f)
		}
	}
	return change
}

// parted divides findings into those that the others have too and the rest. Of
// several that are alike, as many are shared as the others have.
func parted(list, others []validate.Finding) (shared, rest []validate.Finding) {
	left := map[string]int{}
	for _, f := range others {
		left[alike(f)]++
	}
	for _, f := range list {
		if left[alike(f)] > 0 {
			left[alike(f)]--
			shared = append(shared, f)
		} else {
			rest = append(rest, f)
		}
	}
	return shared, rest
}

// alike tells findings apart over two readings of a report, whose numbers and
// places may have changed: by what is wrong and the cells that it is about.
func alike(f validate.Finding) string {
	key, _ := json.Marshal(slices.Concat([]string{f.Rule, f.Code}, f.Figures)) // of strings
	return string(key)
}
