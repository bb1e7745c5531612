// Package layout turns what a page format draws, glyphs and rulings, into what
// a person sees: lines, paragraphs and tables. It is pure geometry and knows no
// form; PDF uses it, and any other format that places glyphs on pages can.
//
// The way of a page, each step kept in its Stage to be looked at:
//
//	Page ─▶ frame        the page turned so that its text reads from left to right (frame.go)
//	     ─▶ Edges        rulings on one line joined, with the breaks between them (edges.go)
//	     ─▶ Region       edges that hang together (edges.go, boxes.go, open.go)
//	     ─▶ Lattice      a region cut along its lines, and which sides exist (lattice.go)
//	     ─▶ Grid         cells over missing sides merged, and filled with text (grid.go)
//	     ─▶ Line, prose  what stands in no table, running heads apart (lines.go, furniture.go)
//	     ─▶ Document     paragraphs joined, tables joined over page breaks (paragraphs.go, sheet.go)
//
// Tables without a part of their lines take other ways to a Lattice: cells drawn
// as separate boxes (boxes.go), a border below each cell and no other (open.go,
// merged.go), rulings that run unbroken (bands.go), shaded cells, and at last
// text alone (unruled.go). The less is drawn, the more is doubtful.
//
// The bargain: every glyph lands in exactly one cell, line or running head
// (FuzzConservation holds that); a digit is never moved, joined or dropped in
// silence; where the reader had to guess, the cell says why. The distances at
// which it is decided are in Tolerances; how many cells, lines or pages make a
// table, a head or a drawing are named constants beside the code that counts.
//
// To see what it sees: gouji show FILE --svg PAGE.
//
// BUG(gouji): A page has one reading frame, so an upright table beside a turned
// one on the same page is read as prose. Prose in columns is read across them.
package layout
