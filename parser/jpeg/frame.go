package jpeg

// frame is the picture's size and its components: one of grey, three of colours.
type frame struct {
	width, height int
	components    []component
	across, down  int // the most samples of a component in an MCU, in blocks
	seen          map[byte]bool
}

type component struct {
	id           byte
	across, down int // blocks in an MCU
	table        byte
}

const blockSize = 8 // samples

func (f *frame) read(body []byte) error {
	const fixed, each, mostSampled = 6, 3, 4
	if len(body) < fixed || len(body) < fixed+each*int(body[5]) || body[5] == 0 || f.components != nil {
		return errHeader
	}
	if body[0] != 8 {
		return errForeign // 12 bits
	}
	f.height, f.width = int(body[1])<<8|int(body[2]), int(body[3])<<8|int(body[4])
	if f.height == 0 || f.width == 0 {
		return errForeign // the height stands behind the picture
	}
	f.seen = map[byte]bool{}
	for i := range int(body[5]) {
		c := body[fixed+each*i:]
		one := component{c[0], int(c[1] >> 4), int(c[1] & 15), c[2] & 3}
		if one.across < 1 || one.across > mostSampled || one.down < 1 || one.down > mostSampled {
			return errHeader
		}
		f.components = append(f.components, one)
		f.across, f.down = max(f.across, one.across), max(f.down, one.down)
	}
	return nil
}

// whole reports whether every component of the picture came in a scan.
func (f *frame) whole() error {
	if f.components == nil || len(f.seen) < len(f.components) {
		return errShort
	}
	return nil
}

func (f *frame) component(id byte) (component, bool) {
	for _, c := range f.components {
		if c.id == id {
			return c, true
		}
	}
	return component{}, false
}

// units is how many MCUs a scan of the components has. That of one component has only
// the blocks in which the picture is.
func (f *frame) units(components []component) int {
	if len(components) > 1 {
		return over(f.width, blockSize*f.across) * over(f.height, blockSize*f.down)
	}
	c := components[0]
	return over(over(f.width*c.across, f.across), blockSize) * over(over(f.height*c.down, f.down), blockSize)
}

func over(a, b int) int { return (a + b - 1) / b }
