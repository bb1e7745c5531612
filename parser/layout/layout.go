package layout

import (
	"cmp"
	"context"
	"slices"

	"gouji/parser/document"
)

// Stage is all that was found on one page, each step kept to be looked at.
// Everything is in the page's reading frame but for Source, the page as given.
type Stage struct {
	Source    Page   `json:"-"`
	Page      Page   `json:"page"`
	Edges     Edges  `json:"edges"`
	Grids     []Grid `json:"grids"`
	Lines     []Line `json:"lines"`     // outside the tables
	Furniture []Line `json:"furniture"` // those of them that are page numbers and running heads
	Prose     []Line `json:"prose"`     // the others

	frame frame
}

// Stages finds lines, tables and prose on every page.
func Stages(pages []Page, t Tolerances) []Stage {
	return stagesWithin(context.Background(), pages, t)
}

// stagesWithin stops looking when the context ends: the rest is of no use then.
func stagesWithin(ctx context.Context, pages []Page, t Tolerances) []Stage {
	stages := make([]Stage, len(pages))
	for i, page := range pages {
		if ctx.Err() != nil {
			return nil
		}
		stages[i] = newStage(ctx, page, t)
	}
	heads := newFurniture(stages, t)
	for i := range stages {
		s := &stages[i]
		for _, l := range s.Lines {
			if heads.holds(l, s.Page, t) {
				s.Furniture = append(s.Furniture, l)
			} else {
				s.Prose = append(s.Prose, l)
			}
		}
	}
	return stages
}

func newStage(ctx context.Context, page Page, t Tolerances) Stage {
	s := Stage{Source: page}
	page.Glyphs = upstanding(page.Glyphs)
	s.frame = readingFrame(page)
	s.Page = s.frame.upright(page)
	s.Page.Glyphs = doubtStruck(s.Page.Glyphs, s.Page.Rulings)
	s.Edges = NewEdges(s.Page.Rulings, false, t)
	grids, rest := ruledGrids(ctx, s.Page.Glyphs, s.Edges, t)
	shaded, rest := ruledGrids(ctx, rest, NewEdges(s.Page.Rulings, true, t), t)
	unruled, rest := unruledGrids(ctx, rest, t)
	s.Grids = slices.Concat(grids, shaded, unruled)
	s.Lines = Lines(rest, t)
	return s
}

// Document reads pages: paragraphs and tables in reading order, tables that a
// page break cut joined. A page full of fine print and rulings takes seconds; the
// error is the context's.
func Document(ctx context.Context, pages []Page) (*document.Document, error) {
	stages := stagesWithin(ctx, pages, DefaultTolerances)
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	return Assemble(stages, DefaultTolerances), nil
}

// Assemble makes the document from the pages' stages.
func Assemble(stages []Stage, t Tolerances) *document.Document {
	a := assembly{t: t, doc: &document.Document{Pages: len(stages)}, prose: map[float64]paragraphs{}}
	for i := range stages {
		s := &stages[i]
		if _, ok := a.prose[s.Page.Width]; !ok {
			a.prose[s.Page.Width] = newParagraphs(stages, s.Page.Width, t)
		}
		a.page(s)
		a.doc.Pictures += len(s.Page.Pictures)
	}
	a.endParagraph()
	a.endTable()
	return a.doc
}

// assembly is a document in the making: at most one paragraph or table is
// still open, to be continued by what comes next.
type assembly struct {
	t     Tolerances
	doc   *document.Document
	prose map[float64]paragraphs // by page width

	open  *paragraph
	table *sheet
}

// piece is a line or a grid on its way into the document.
type piece struct {
	y    float64
	line *Line
	grid *Grid
}

func (a *assembly) page(s *Stage) {
	pieces := make([]piece, 0, len(s.Prose)+len(s.Grids))
	for i := range s.Prose {
		pieces = append(pieces, piece{y: s.Prose[i].Box.Y0, line: &s.Prose[i]})
	}
	for i := range s.Grids {
		pieces = append(pieces, piece{y: s.Grids[i].Region.Box.Y0, grid: &s.Grids[i]})
	}
	slices.SortStableFunc(pieces, func(x, y piece) int { return cmp.Compare(x.y, y.y) })
	for _, p := range pieces {
		if p.line != nil {
			a.line(s, *p.line)
		} else {
			a.grid(s, p.grid)
		}
	}
}

func (a *assembly) line(s *Stage, l Line) {
	a.endTable()
	rules := a.prose[s.Page.Width]
	if a.open != nil {
		last := a.open.lines[len(a.open.lines)-1]
		if !rules.breaks(last, l, a.open.lastPage == s.Page.Number) {
			a.open.add(s, l)
			return
		}
	}
	a.endParagraph()
	a.open = newParagraph(s, l)
}

func (a *assembly) grid(s *Stage, g *Grid) {
	a.endParagraph()
	if a.table != nil && a.table.lastPage < s.Page.Number && a.table.fits(g, a.t) {
		a.table.append(s, g, a.t)
		return
	}
	a.endTable()
	a.table = newSheet(s, g)
}

func (a *assembly) endParagraph() {
	if a.open != nil {
		a.doc.Blocks = append(a.doc.Blocks, document.Block{Paragraph: a.open.finish()})
		a.open = nil
	}
}

func (a *assembly) endTable() {
	if a.table != nil {
		a.doc.Blocks = append(a.doc.Blocks, document.Block{Table: a.table.finish()})
		a.table = nil
	}
}
