package layout

import (
	"bufio"
	"fmt"
	"html"
	"io"

	"gouji/parser/document"
)

// WriteSVG draws a page's stages over each other, in its reading frame: text
// in grey, rulings thin and black, cells as coloured boxes with their row and
// column (doubtful ones red), page numbers and running heads struck out.
func WriteSVG(w io.Writer, s Stage) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.1f %.1f" width="%.0f" height="%.0f" font-family="sans-serif">`+"\n",
		s.Page.Width, s.Page.Height, 1.5*s.Page.Width, 1.5*s.Page.Height)
	fmt.Fprintln(out, `<rect width="100%" height="100%" fill="white"/>`)
	for _, g := range s.Grids {
		drawGrid(out, g)
	}
	for _, g := range s.Page.Glyphs {
		fmt.Fprintf(out, `<text x="%.1f" y="%.1f" font-size="%.1f" fill="#555">%s</text>`+"\n",
			g.Box.X0, g.Box.Y1-0.2*g.Box.Height(), g.Size, html.EscapeString(string(g.Rune)))
	}
	for _, r := range s.Page.Rulings {
		drawBox(out, r.Box, `fill="black" stroke="black" stroke-width="0.2"`)
	}
	for _, l := range s.Prose {
		drawBox(out, l.Box, `fill="none" stroke="#8bc" stroke-width="0.4"`)
	}
	for _, l := range s.Furniture {
		fmt.Fprintf(out, `<path d="M%.1f %.1fL%.1f %.1f" stroke="#c33" stroke-width="1"/>`+"\n", l.Box.X0, l.Box.Y0, l.Box.X1, l.Box.Y1)
	}
	fmt.Fprintln(out, `</svg>`)
	return out.Flush()
}

func drawGrid(w io.Writer, g Grid) {
	for i, c := range g.Cells {
		colour := fmt.Sprintf(`fill="hsl(%d,70%%,92%%)" stroke="#393" stroke-width="0.5"`, i*47%360)
		if c.Doubt != "" {
			colour = `fill="#fcc" stroke="#c00" stroke-width="1"`
		}
		drawBox(w, c.Box, colour)
		fmt.Fprintf(w, `<text x="%.1f" y="%.1f" font-size="3" fill="#393">%d,%d</text>`+"\n", c.Box.X0+0.5, c.Box.Y0+3, c.Row, c.Column)
	}
}

func drawBox(w io.Writer, b document.Box, style string) {
	fmt.Fprintf(w, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" %s/>`+"\n", b.X0, b.Y0, b.Width(), b.Height(), style)
}
