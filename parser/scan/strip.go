package scan

import (
	"image"

	"golang.org/x/image/draw"
)

// strip is lines of print put side by side to be read as one: the lines of a
// label that is wrapped in a narrow cell make sense only together.
type strip struct {
	lines []int             // indexes of textLines
	from  []image.Rectangle // where each stands on the page
	to    []image.Rectangle // where each stands on the sheet

	said      []string // what it was read as with nothing but digits in mind, if it was
	contested bool     // twice, and not as its shapes say
}

const (
	// margin, points: white around a strip. Print that touches the edge of the
	// picture, or another line, is read badly.
	margin = 5.0
	// joint, points: between two lines put side by side, about as wide as
	// between two characters.
	joint = 0.8
)

// sheetWidth, points: figures are put side by side up to it. A digit that is
// alone on its line is easily overlooked by a recogniser of lines; lines of
// words of different size side by side are misread.
const sheetWidth = 500.0

// sheetOf puts strips on a white sheet below each other, and side by side while
// they fit into the width, in points.
func sheetOf(gray *image.Gray, strips []strip, width, dpi float64) *image.Gray {
	edge, wide := pixels(margin, dpi), pixels(width, dpi)
	x, y, height, most := edge, edge, 0, 1
	for i := range strips {
		s := &strips[i]
		size := s.size(dpi)
		if x > edge && x+size.X > wide {
			x, y, height = edge, y+height+2*edge, 0
		}
		s.place(image.Pt(x, y), dpi)
		x, height = x+size.X+2*edge, max(height, size.Y)
		most = max(most, x)
	}
	sheet := image.NewGray(image.Rect(0, 0, most, y+height+edge))
	for i := range sheet.Pix {
		sheet.Pix[i] = 0xFF
	}
	for _, s := range strips {
		for i, from := range s.from {
			draw.BiLinear.Scale(sheet, s.to[i], gray, from.Intersect(gray.Rect), draw.Src, nil)
		}
	}
	return sheet
}

func (s *strip) size(dpi float64) image.Point {
	size := image.Pt(-pixels(joint, dpi), 0)
	for _, from := range s.from {
		own := s.scaled(from, dpi)
		size = image.Pt(size.X+own.X+pixels(joint, dpi), max(size.Y, own.Y))
	}
	return size
}

// largest, points: print higher than this is made as small. A title among
// lines of the body is misread.
const largest = 13.0

// scaled is the size of a line on the sheet.
func (s *strip) scaled(from image.Rectangle, dpi float64) image.Point {
	height, limit := 0, pixels(largest, dpi)
	for _, line := range s.from {
		height = max(height, line.Dy())
	}
	if height <= limit {
		return from.Size()
	}
	return image.Pt(max(1, from.Dx()*limit/height), max(1, from.Dy()*limit/height))
}

// place says where the strip's lines stand on the sheet, from the corner on.
func (s *strip) place(corner image.Point, dpi float64) {
	s.to = nil
	height := s.size(dpi).Y
	for _, from := range s.from {
		own := s.scaled(from, dpi)
		top := corner.Y + (height-own.Y)/2
		s.to = append(s.to, image.Rect(corner.X, top, corner.X+own.X, top+own.Y))
		corner.X += own.X + pixels(joint, dpi)
	}
}

// reading is a character and the line that it stands on.
type reading struct {
	symbol
	line int // index of its textLine
}

// back finds the strip and the place on the page of what was read on the sheet.
func back(strips []strip, read []symbol) [][]reading {
	all := make([][]reading, len(strips))
	for _, s := range read {
		middle := s.box.Min.Add(s.box.Size().Div(2))
		for i := range strips {
			if r, ok := strips[i].back(s, middle); ok {
				all[i] = append(all[i], r)
				break
			}
		}
	}
	for _, readings := range all {
		inOrder(readings)
	}
	return all
}

// inOrder puts a character that seems to stand on a later line than the next
// one on the next one's line: boxes are rough where two lines meet.
func inOrder(readings []reading) {
	for i := len(readings) - 2; i >= 0; i-- {
		readings[i].line = min(readings[i].line, readings[i+1].line)
	}
}

func (s *strip) back(read symbol, middle image.Point) (reading, bool) {
	for i, to := range s.to {
		reach := image.Rect(to.Min.X-slackAlong, to.Min.Y-slackAcross, to.Max.X+slackAlong, to.Max.Y+slackAcross)
		if i < len(s.to)-1 {
			reach.Max.X = s.to[i+1].Min.X
		}
		if !middle.In(reach) {
			continue
		}
		return reading{read, s.lines[i]}, true
	}
	return reading{}, false
}

// slackAlong and slackAcross, pixels: a recogniser's boxes are not exact, above
// all along the line. Strips stand twice as far apart and more.
const (
	slackAlong  = 16
	slackAcross = 6
)
