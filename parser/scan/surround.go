package scan

import "image"

const (
	// patch, points: the lid of a scanner and the table under a sheet are dark over so
	// much in both directions, rulings and print are not.
	patch = 3.0
	// dark, share of the paper's brightness: what is darker on the whole is no paper,
	// and sheetShare of the pixels of a page are not brighter than that. Paper in the
	// shade of a fold has half of it and more.
	dark       = 0.45
	sheetShare = 0.7
)

// clearSurround takes away the ink in what is dark around the sheet, and along its edge.
func (b *bitmap) clearSurround(gray *image.Gray, sums []int, dpi float64) {
	side := max(1, pixels(patch, dpi))
	blocks := darkBlocks(gray, sums, side)
	whole := image.Rect(0, 0, blocks.w, blocks.h)
	for _, c := range componentsOf(runsOf(blocks)) {
		if c.box.In(whole.Inset(1)) {
			continue // a dark thing on the sheet
		}
		for _, r := range c.runs {
			b.clear(image.Rect((r.x0-1)*side, (r.y-1)*side, (r.x1+1)*side, (r.y+2)*side))
		}
	}
}

// darkBlocks are the squares of a page that are dark on average.
func darkBlocks(gray *image.Gray, sums []int, side int) *bitmap {
	w, h := gray.Rect.Dx(), gray.Rect.Dy()
	var counts [256]int
	for _, tone := range gray.Pix {
		counts[tone]++
	}
	most := int(dark * float64(quantile(&counts, sheetShare*float64(len(gray.Pix)))))
	blocks := newBitmap((w+side-1)/side, (h+side-1)/side)
	for y := range blocks.h {
		for x := range blocks.w {
			box := image.Rect(x*side, y*side, (x+1)*side, (y+1)*side).Intersect(gray.Rect)
			if sumIn(sums, w, box) < most*box.Dx()*box.Dy() {
				blocks.ink[y*blocks.w+x] = 1
			}
		}
	}
	return blocks
}

// clear takes away the ink in a box.
func (b *bitmap) clear(box image.Rectangle) {
	box = box.Intersect(image.Rect(0, 0, b.w, b.h))
	for y := box.Min.Y; y < box.Max.Y; y++ {
		clear(b.ink[y*b.w+box.Min.X : y*b.w+box.Max.X])
	}
}
