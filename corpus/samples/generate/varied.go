package main

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"gouji/parser/form"
)

// varied makes n samples of its own, for load tests: organs, years, figures,
// looks and faults drawn from the seeds.
func varied(n int, seed uint64, formats []string) []Sample {
	list := make([]Sample, n)
	for i := range list {
		list[i] = variedSample(seed+uint64(i), formats)
	}
	return list
}

func variedSample(seed uint64, formats []string) Sample {
	random := rand.New(rand.NewPCG(seed, 0x76617279))
	format := formats[random.IntN(len(formats))]
	year := 2019 + random.IntN(7)
	s := Sample{
		File: fmt.Sprintf("%06d.%s", seed, ending(format)), Seed: seed, Year: year, Form: form.ForYear(year).Edition,
		Organ: one(random, "青岚县", "云岫市", "白榆区", "临汀县", "禾源县", "沧渚区", "霁川市", "望泽县", "松陵市") +
			one(random, "人民政府", "民政局", "财政局", "水利局", "审计局", "教育局", "司法局", "统计局", "交通运输局", "农业农村局"),
		Scale:  Scale(random.IntN(3)),
		Style:  variedStyle(random),
		Render: renderers[format],
	}
	if s.Render == Chromium {
		s.Style.Page.Print, s.Style.Page.Site = true, false
	}
	if s.Style.Vertical == Upright {
		s.Style.Font = song // LibreOffice garbles the vertical glyphs of the others
	}
	if s.Render == Scanned {
		s.Style.Radicals, s.Style.Scan = false, variedScan(random)
	}
	s.vary(random)
	if format == "photo" {
		s.Style.Scan.Photo = variedPhoto(random)
	}
	return s
}

// renderers are the programs that make the formats of varied reports.
var renderers = map[string]Renderer{"docx": OOXML, "html": Web, "pdf": LibreOffice, "browser-pdf": Chromium, "scan": Scanned, "photo": Scanned}

func variedScan(random *rand.Rand) Scan {
	return Scan{
		DPI: one(random, 150, 200, 300), Skew: one(random, 0.0, 0.3, 1, -0.7), Noise: one(random, 0.0, 4, 10),
		Fax: random.IntN(5) == 0, Stamp: random.IntN(3) == 0, JPEG: one(random, 50, 75),
	}
}

// ending is that of a format's files.
func ending(format string) string {
	if format == "scan" || format == "photo" {
		return "pdf"
	}
	return strings.TrimPrefix(format, "browser-")
}

func one[T any](random *rand.Rand, choices ...T) T { return choices[random.IntN(len(choices))] }

// vary puts one fault in two reports of three.
func (s *Sample) vary(random *rand.Rand) {
	cells := form.Of(s.Form).Table(form.Applications).Cells()
	cell := cells[random.IntN(len(cells))].ID
	switch random.IntN(9) {
	case 0, 1, 2:
		s.Faults = []Fault{add(cell, float64(1+random.IntN(9)))}
	case 3:
		s.Faults, s.Wants = []Fault{printed(cell, "")}, []Want{{Rule: "figure-blank"}}
	case 4:
		s.Omits, s.Wants = []int{6}, []Want{{Rule: "section-missing"}}
	case 5:
		s.PeriodYear, s.Wants = s.Year-1, []Want{{Rule: "year-conflict"}}
	}
}

func variedStyle(random *rand.Rand) Style {
	return Style{
		Font:        one(random, "", sans, song, hei),
		Size:        one(random, 12.0, 14, 16),
		TableSize:   one(random, 8.0, 9, 10.5),
		Landscape:   random.IntN(6) == 0,
		Shaded:      random.IntN(2) == 0,
		Footer:      random.IntN(2) == 0,
		KeepRows:    random.IntN(2) == 0,
		TablesApart: random.IntN(4) == 0,
		Vertical:    one(random, Wrapped, Wrapped, OneByOne, Upright),
		Header:      random.IntN(4) == 0,
		Radicals:    random.IntN(8) == 0,
		Digits:      one(random, plain, plain, plain, mixedDigits),
		Numerals:    one(random, Typed, Typed, Typed, Automatic),
		RowHeight:   one(random, 0, 0, 22.0, 28),
		Word:        one(random, Word{}, Word{}, Word{Controls: true}, Word{Ragged: true}),
		Page:        one(random, Page{}, Page{}, Page{Site: true}, Page{Site: true, GBK: true}, Page{Nested: true}, Page{Lines: true}, Page{Bold: true}),
	}
}
