package layout

// Tolerances are all the distances at which the table finder decides. Each
// stands here once, with its unit and the reason for its size.
type Tolerances struct {
	// Snap, points: lines this close in their short direction are one line.
	// Double rules and cells that each draw their own border lie 0.5 to 3 pt
	// apart; the tightest rows met, in 5 pt print, are 7 pt high.
	Snap float64
	// Touch, points: lines whose ends miss each other by this much still
	// meet. Pens overlap a corner or fall short of it by their own width.
	Touch float64
	// ShortRuling, points: shorter lines are dashes, ticks and glyph parts.
	ShortRuling float64
	// Side, share of its length: a cell has a side where rulings cover this
	// much of it. Corners are often left open, middles never.
	Side float64
	// BoxGap, points: cells drawn as separate boxes stand at most this far
	// apart.
	BoxGap float64
	// RowHeight, points: in a table without vertical rulings, horizontal
	// rulings farther apart than this belong to two tables. The highest row
	// met, a long label in a narrow column, had 92 pt.
	RowHeight float64
	// LineOverlap, share of the smaller height: glyphs that overlap
	// vertically this much stand on one line.
	LineOverlap float64
	// Space, em: a wider gap between two glyphs, one of them Latin or a
	// digit, is a space. Digits drawn by their ink alone leave up to 0.4 em
	// around a 1.
	Space float64
	// ColumnGap, em: a wider gap between two runs of text on one line of a
	// table without vertical rulings parts two columns.
	ColumnGap float64
	// CloseText, em: neighbours in one run of text stand closer than this. The
	// heads of two narrow columns come as near as 0.3 em.
	CloseText float64
	// CloseDigits, em: digits of one number stand closer than this; between
	// those of two cells lie both cells' padding.
	CloseDigits float64
	// Straddle, share of a glyph's width: print may reach this far over the
	// border of its cell.
	Straddle float64
	// HeadingBand, multiples of a row's usual height: a single line with so much
	// room between two edges stands in no row. Headings met had twice as much.
	HeadingBand float64
	// FullLine, em: a line that ends this close to the right margin was
	// broken by the layout; one that ends earlier was ended by the author.
	// Punctuation that may not begin a line moves a break by up to 2 em.
	FullLine float64
	// Indent, em: a line that begins this far right of the margin opens a
	// paragraph. Chinese prose indents 2 em; justified text wavers by 0.5.
	Indent float64
	// Leading, multiples of the usual distance between lines: a larger
	// distance parts two paragraphs.
	Leading float64
	// Size, ratio: text larger than the other by this ratio is of another kind
	// (a heading between two tables, a title above the body).
	Size float64
	// Edge, share of the page's height: page numbers and running heads stand
	// in this much of the page at its top and bottom.
	Edge float64
	// Seam, points: the columns of a table's two halves, over a page break,
	// agree this closely.
	Seam float64
}

// DefaultTolerances are the ones in use.
var DefaultTolerances = Tolerances{
	Snap:        3,
	Touch:       3,
	ShortRuling: 4,
	Side:        0.6,
	BoxGap:      8,
	RowHeight:   100,
	LineOverlap: 0.5,
	Space:       0.45,
	ColumnGap:   0.8,
	CloseText:   0.2,
	CloseDigits: 0.12,
	Straddle:    0.2,
	HeadingBand: 1.6,
	FullLine:    2.5,
	Indent:      1.2,
	Leading:     1.7,
	Size:        1.15,
	Edge:        0.12,
	Seam:        4,
}
