package main

import (
	"fmt"
	"slices"
	"strings"
)

// tally counts outcomes.
type tally struct {
	total   [outcomes]int
	formats table
	damages table
	kinds   map[string]int // of the refused
}

// table counts outcomes by name.
type table map[string]*[outcomes]int

func (t *table) count(name string, o outcome) {
	if *t == nil {
		*t = table{}
	}
	if (*t)[name] == nil {
		(*t)[name] = new([outcomes]int)
	}
	(*t)[name][o]++
}

func (t *tally) count(m *mutant, after *seen, o outcome) {
	t.total[o]++
	t.formats.count(string(m.of.result.Source.Format), o)
	t.damages.count(m.mutation, o)
	if o == refused {
		if t.kinds == nil {
			t.kinds = map[string]int{}
		}
		t.kinds[string(after.result.Err.Kind)]++
	}
}

func (t *tally) print() {
	fmt.Printf("%-14s", "")
	for _, name := range outcomeNames {
		fmt.Printf("%11s", name)
	}
	fmt.Println()
	t.formats.print()
	fmt.Println()
	t.damages.print()
	fmt.Println()
	line("all", &t.total)
	fmt.Println("refused:", strings.Join(counts(t.kinds), ", "))
}

func (t table) print() {
	for _, name := range sorted(t) {
		line(name, t[name])
	}
}

func line(name string, counts *[outcomes]int) {
	fmt.Printf("%-14s", name)
	for _, n := range counts {
		fmt.Printf("%11d", n)
	}
	fmt.Println()
}

func counts(kinds map[string]int) []string {
	var list []string
	for _, kind := range sorted(kinds) {
		list = append(list, fmt.Sprintf("%d %s", kinds[kind], kind))
	}
	return list
}

func sorted[V any](m map[string]V) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
