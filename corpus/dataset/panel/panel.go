// Package panel helps to join organs over the years that report under several
// names. A register of units settles it (package register); without one nothing is
// joined but the same name: Propose lists the pairs of names that may be one organ,
// each with its evidence, and a person says which are.
//
//	candidates := panel.Propose(organs)     // written as panel_candidates.csv
//	decisions, err := panel.Read(data)      // after a person filled its last column
//
// The evidence is what reports themselves hold: names of one place that are alike,
// years that follow each other, and applications that one carries out and the other
// carries in. None of it proves anything: reforms part and merge organs.
package panel

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"gouji/validate"
	"gouji/validate/register"
)

// Organ is an organ as its name and its reports tell it.
type Organ struct {
	Name    string
	Settled bool              // a register tells it apart from others that it has
	Years   []int             // with reports, sorted; none of them unsure
	In, Out map[int][]float64 // applications carried in and out, by year and column; none where unsure
}

// Candidate is two names that may be one organ's, the earlier first.
type Candidate struct {
	A, B     *Organ
	Score    float64 // from 0 to 1: how much speaks for it
	Evidence validate.Text
}

// What speaks for a pair, in parts of 1, and from what score on it is proposed.
const (
	weightName     = 0.5 // times how alike the names are beside their place
	weightNext     = 0.2 // one begins to report in the year after the other ended
	weightDisjoint = 0.1 // they never report in the same year
	weightCarried  = 0.3 // all columns of what one carries out are carried in by the other, and not 0

	// proposed is below 农业局 and 农业农村局 with years between them (0.43), and
	// above two organs of one place that only follow each other (0.2).
	proposed = 0.38
)

// Propose lists the candidates, the likeliest first. Organs that report in the same
// year are two, and so are two that a register has.
func Propose(organs []Organ) []Candidate {
	var list []Candidate
	for _, block := range byPlace(organs) {
		for i, a := range block {
			for _, b := range block[i+1:] {
				if c, ok := compare(a, b); ok {
					list = append(list, c)
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.A.Name, b.A.Name), cmp.Compare(a.B.Name, b.B.Name))
	})
	return list
}

// byPlace are the organs of each place that a name begins with, by place and name.
func byPlace(organs []Organ) [][]*Organ {
	places := map[string][]*Organ{}
	var order []string
	for i := range organs {
		place := register.Place(organs[i].Name)
		order = append(order, place)
		places[place] = append(places[place], &organs[i])
	}
	slices.Sort(order)
	var list [][]*Organ
	for _, place := range slices.Compact(order) {
		slices.SortFunc(places[place], func(a, b *Organ) int { return cmp.Compare(a.Name, b.Name) })
		list = append(list, places[place])
	}
	return list
}

func compare(a, b *Organ) (Candidate, bool) {
	if len(a.Years) == 0 || len(b.Years) == 0 || a.Settled && b.Settled || overlap(a.Years, b.Years) {
		return Candidate{}, false
	}
	if b.Years[0] < a.Years[0] {
		a, b = b, a
	}
	c := Candidate{A: a, B: b}
	alike := likeness(rest(a.Name), rest(b.Name))
	c.Score = weightName * alike
	c.says("名称相似度 %.2f", "names alike: %.2f", alike)
	last, first := a.Years[len(a.Years)-1], b.Years[0]
	if last+1 != first {
		c.Score += weightDisjoint
		c.says("没有同一年的报告", "never in the same year")
		return c.rounded()
	}
	c.Score += weightNext
	c.says("%d年止，%d年起", "ends with %d, begins with %d", last, first)
	c.carried(a.Out[last], b.In[first])
	return c.rounded()
}

// carried compares what one carries out with what the other carries in.
func (c *Candidate) carried(out, in []float64) {
	if out == nil || in == nil {
		return
	}
	total := out[len(out)-1]
	switch {
	case !slices.Equal(out, in):
		c.says("结转对不上：%s 件，%s 件", "carried out %s, carried in %s", validate.Number(total), validate.Number(in[len(in)-1]))
	case total > 0:
		c.Score += weightCarried
		c.says("结转 %s 件，各列相同", "carries over %s, the same in every column", validate.Number(total))
	}
}

func (c *Candidate) says(zh, en string, args ...any) {
	c.Evidence.ZH = strings.TrimPrefix(c.Evidence.ZH+"；"+fmt.Sprintf(zh, args...), "；")
	c.Evidence.EN = strings.TrimPrefix(c.Evidence.EN+"; "+fmt.Sprintf(en, args...), "; ")
}

func (c *Candidate) rounded() (Candidate, bool) {
	c.Score = math.Round(100*c.Score) / 100
	return *c, c.Score >= proposed
}

func overlap(a, b []int) bool {
	return slices.ContainsFunc(a, func(year int) bool { return slices.Contains(b, year) })
}

// rest is what of a name stands after its place, without the kind of office that
// half of all names end in.
func rest(name string) []rune {
	s := strings.TrimPrefix(register.Key(name), register.Place(name))
	for _, ending := range []string{"局", "委", "办", "厅", "中心"} {
		if short, ok := strings.CutSuffix(s, ending); ok && short != "" {
			return []rune(short)
		}
	}
	return []rune(s)
}

// likeness is twice the longest common subsequence over both lengths: 0 to 1.
func likeness(a, b []rune) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		before := 0
		for j, y := range b {
			here := row[j+1]
			if x == y {
				row[j+1] = before + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			before = here
		}
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}
