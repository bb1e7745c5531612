package main

import (
	"fmt"

	"gouji/parser/form"
)

// The first and the last of successive years: before 2019 there was no form.
const earliest, latest = 2019, 2024

// oneIn is how many organs there are to each whose years do not fit together.
const oneIn = 10

// successive makes the reports of n organs for so many years each: what a
// report carries out, the next one carries in, but for one organ in ten, whose
// last report carries in one application too many.
func successive(n, years int, seed uint64, formats []string) ([]Sample, error) {
	if most := latest - earliest + 1; years > most {
		return nil, fmt.Errorf("-years: at most %d, from %d to %d", most, earliest, latest)
	}
	var list []Sample
	for i := range n {
		var open map[string]float64
		for year := latest - years + 1; year <= latest; year++ {
			s := yearOf(i, year, seed, formats)
			s.CarriedIn = open
			if open != nil && year == latest && i%oneIn == 0 {
				s.CarriedIn["natural_person"]++
				s.Wants = []Want{{Rule: "year-carried-over", Figure: "applications.carried_in.natural_person"}}
			}
			open = carriedOut(newReport(&s))
			list = append(list, s)
		}
	}
	return list, nil
}

// yearOf is an organ's report for a year: its look and figures drawn, no fault in it.
func yearOf(organ, year int, seed uint64, formats []string) Sample {
	s := variedSample(seed+uint64(organ*100+year%100), formats)
	s.Faults, s.Omits, s.Wants, s.PeriodYear = nil, nil, nil, 0
	s.Organ, s.Year, s.Form = organName(organ), year, form.ForYear(year).Edition
	s.File = fmt.Sprintf("%05d-%d%s", organ, year, s.File[len("000000"):])
	s.Style.Digits = plain
	return s
}

var (
	placeFirst  = []rune("青云白临禾沧霁望松清长安永平宁和新丰泰通")
	placeSecond = []rune("岚岫榆汀源渚川泽陵溪岭河山湖江泉州原水林")
	departments = []string{"民政局", "财政局", "水利局", "审计局", "教育局", "司法局", "统计局", "交通运输局", "农业农村局", "自然资源局"}
)

// organName gives every number, up to four thousand, an organ of its own.
func organName(number int) string {
	place, department := number/len(departments), departments[number%len(departments)]
	first := placeFirst[place%len(placeFirst)]
	return string([]rune{first, placeSecond[place/len(placeFirst)%len(placeSecond)]}) + "县" + department
}

// carriedOut is what a report leaves open, by kind of applicant.
func carriedOut(r *Report) map[string]float64 {
	open := map[string]float64{}
	for _, c := range form.Of(r.Form).Table(form.Applications).Blocks[0].Columns {
		if c.Key != "total" {
			open[c.Key] = r.value(form.ID(form.Applications, "carried_out", c.Key))
		}
	}
	return open
}

// carryIn puts what last year left open into the figures: it was granted this year.
func carryIn(tables []*form.Table, figures map[string]Printed, open map[string]float64) {
	for column, n := range open {
		in, granted := form.ID(form.Applications, "carried_in", column), form.ID(form.Applications, "granted", column)
		figures[in], figures[granted] = number(n), number(figures[granted].Value+n)
	}
	for _, t := range tables {
		if t.Key == form.Applications {
			settle(t, figures)
		}
	}
}
