package parser

import (
	"slices"
	"unicode"

	"gouji/parser/document"
)

// Scans that were pasted into Word, a picture a page, are pages like those of a
// scanned PDF: their prose is read too, and a table goes on from one to the next.

const (
	// fewCharacters is the most of its own that a file has whose pictures are the
	// report: a title, and the headings typed over the pictures. The report of a
	// township without requests has 660 in its prose.
	fewCharacters = 250
	// leastPageWidth and leastPageHeight, pixels: of the picture of a page. Seals and
	// the badges of sites are smaller.
	leastPageWidth, leastPageHeight = 500, 250
	// pageWidth, points: of A4.
	pageWidth = 595.0
	// leastPageShape and mostPageShape, height for width: of a page that stands
	// upright. A4 has 1.41, Letter 1.29; scanners cut off a little.
	leastPageShape, mostPageShape = 1.27, 1.55
)

// isScanned reports whether what a file says stands in its pictures: it shows some,
// and hardly has text of its own.
func isScanned(d *document.Document) bool {
	n := 0
	for _, b := range d.Blocks {
		if b.Paragraph != nil {
			n += countPrint(b.Paragraph.Text)
			continue
		}
		for _, c := range b.Table.Cells {
			n += countPrint(c.Text)
		}
	}
	return n < fewCharacters
}

// onlyTables reports whether nothing but tables is among pictures of a document that
// has its own text.
func onlyTables(runs []pictureRun, scanned bool) bool {
	for _, run := range runs {
		for _, p := range run {
			if p.drawn == nil && (!p.table || scanned && p.isPage()) {
				return false
			}
		}
	}
	return true
}

func countPrint(text string) (n int) {
	for _, r := range text {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// runsOf are the pictures of a document that are to be read: tables, pages of a
// scanned one, and those beside a table that are pages as large as it. It counts
// those that may have to be and cannot.
func runsOf(d *document.Document, scanned bool) (runs []pictureRun, illegible int) {
	for _, run := range allRuns(d.Shown) {
		var read pictureRun
		for _, p := range run {
			switch {
			case p.illegible:
				illegible++
			case p.table || scanned && p.isLarge() || p.isPage() && run.hasTableLike(p):
				read = append(read, p)
			}
		}
		if len(read) > 0 {
			runs = append(runs, read)
		}
	}
	return runs, illegible
}

// count counts pictures, and those of them that are drawn.
func count(runs []pictureRun) (all, drawn int) {
	for _, run := range runs {
		for _, p := range run {
			if all++; p.drawn != nil {
				drawn++
			}
		}
	}
	return all, drawn
}

// onlyDrawn leaves out what has to be recognised.
func onlyDrawn(runs []pictureRun) (list []pictureRun) {
	for _, run := range runs {
		run = slices.DeleteFunc(run, func(p shownPicture) bool { return p.drawn == nil })
		if len(run) > 0 {
			list = append(list, run)
		}
	}
	return list
}

// allRuns parts pictures where text stands between them.
func allRuns(shown []document.Picture) []pictureRun {
	var runs []pictureRun
	for _, picture := range shown {
		p, ok := look(picture)
		last := len(runs) - 1
		switch {
		case !ok:
		case last >= 0 && runs[last][0].After == p.After:
			runs[last] = append(runs[last], p)
		default:
			runs = append(runs, pictureRun{p})
		}
	}
	return runs
}

// isLarge reports whether a picture may be a page; a metafile with text may.
func (p *shownPicture) isLarge() bool {
	return p.drawn != nil || p.size.X >= leastPageWidth && p.size.Y >= leastPageHeight
}

// isPage reports whether a picture has the shape of a page that stands upright.
func (p *shownPicture) isPage() bool {
	shape := float64(p.size.Y) / float64(p.size.X)
	return p.drawn == nil && p.isLarge() && shape >= leastPageShape && shape <= mostPageShape
}

// hasTableLike reports whether a picture of a table is of about the same size.
func (run pictureRun) hasTableLike(p shownPicture) bool {
	const same = 20 // the sides of two scans differ by one part in so many at most
	near := func(a, b int) bool { return same*max(a-b, b-a) <= max(a, b) }
	for _, other := range run {
		if other.table && near(p.size.X, other.size.X) && near(p.size.Y, other.size.Y) {
			return true
		}
	}
	return false
}
