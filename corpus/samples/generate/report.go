package main

import (
	"fmt"
	"slices"
	"time"

	"gouji/parser/form"
)

// Report is what a sample says, before any program renders it.
type Report struct {
	Title     []string // in lines
	Organ     string
	Year      int
	Form      form.Edition
	Preface   []string
	Parts     []Part
	Signature []string // organ and date
	Period    int      // year of the statistics period; 0 when none is stated
	Date      time.Time

	Tables  []*form.Table // those it has, each of its own edition
	Figures map[string]Printed
	Says    map[string]float64 // figures that the text gives otherwise than the table
	Wants   []Want
}

// Part is a section: its heading, its prose, its table.
type Part struct {
	Number int
	Title  string
	Prose  []Paragraph
	Table  string // key of the table it holds; empty for none
}

// Paragraph is a paragraph of prose, or a heading below the sections' level.
type Paragraph struct {
	Heading bool
	Text    string
}

// State is what a cell holds, in the words of the facts notation.
type State string

// The states of a cell.
const (
	Number State = "number"
	Blank  State = "blank"
	Dash   State = "dash"
	Bad    State = "text"
)

// Printed is a figure as printed.
type Printed struct {
	State State
	Value float64
	Text  string // for other states than number
}

// Want is a finding that the sample must bring.
type Want struct {
	Rule    string
	Figure  string  // the last of the finding's cells; empty when any will do
	Suspect string  // the one wrong cell; empty when there is none
	Value   float64 // what should stand in it
}

// newReport composes a sample's report and puts its faults in.
func newReport(s *Sample) *Report {
	if s.Compose != nil {
		return s.Compose(s)
	}
	r := &Report{Organ: s.Organ, Year: s.Year, Form: s.Form,
		Title: []string{s.Organ, fmt.Sprint(s.Year) + "年政府信息公开工作年度报告"},
		Says:  map[string]float64{}, Tables: tablesOf(s)}
	random := newRandom(s.Seed)
	r.Figures = figuresFor(r.Tables, s.Scale, random)
	if s.CarriedIn != nil {
		carryIn(r.Tables, r.Figures, s.CarriedIn)
	}
	r.inject(s)
	r.write(s, random)
	return r
}

// inject puts the faults in and notes what they must be found by.
func (r *Report) inject(s *Sample) {
	clean := map[string]Printed{}
	for id, figure := range r.Figures {
		clean[id] = figure
	}
	for _, fault := range s.Faults {
		fault(r)
	}
	r.Wants = append(slices.Clone(s.Wants), r.broken(clean)...)
}

func tablesOf(s *Sample) []*form.Table {
	var tables []*form.Table
	for _, key := range []string{form.Disclosure, form.Applications, form.Remedies} {
		edition := s.Form
		if key == form.Disclosure && s.TableTwo != "" {
			edition = s.TableTwo
		}
		tables = append(tables, form.Of(edition).Table(key))
	}
	return tables
}

func (r *Report) table(key string) *form.Table {
	for _, t := range r.Tables {
		if t.Key == key {
			return t
		}
	}
	return nil
}

// value is the figure that the prose gives.
func (r *Report) value(id string) float64 {
	if v, ok := r.Says[id]; ok {
		return v
	}
	return r.Figures[id].Value
}
