package jpeg

// coded is a component in a scan.
type coded struct {
	component
	dc, ac *huffman
	last   int // DC of the block before
	blocks int // in an MCU
}

// scan reads one scan: its header, and the codes of its blocks.
func (d *decoder) scan(body []byte) error {
	parts, err := d.coded(body)
	if err != nil {
		return err
	}
	d.scans++
	d.bits = bits{data: d.data, at: d.at}
	components := make([]component, len(parts))
	for i := range parts {
		components[i] = parts[i].component
	}
	for unit := range d.units(components) {
		if d.interval > 0 && unit > 0 && unit%d.interval == 0 {
			if err := d.restart(unit/d.interval-1, parts); err != nil {
				return err
			}
		}
		if err := d.unit(parts); err != nil {
			return err
		}
	}
	return d.ended()
}

// coded are the components of a scan with their tables.
func (d *decoder) coded(body []byte) ([]coded, error) {
	const each, rest = 2, 3
	if len(body) < 1 || body[0] == 0 || len(body) != 1+each*int(body[0])+rest {
		return nil, errHeader
	}
	var list []coded
	for i := range int(body[0]) {
		c := body[1+each*i:]
		known, ok := d.component(c[0])
		one := coded{component: known, dc: d.dc[c[1]>>4&3], ac: d.ac[c[1]&3], blocks: known.across * known.down}
		if !ok || one.dc == nil || one.ac == nil || d.steps[known.table] == 0 {
			return nil, errHeader
		}
		d.seen[known.id] = true
		list = append(list, one)
	}
	if len(list) == 1 {
		list[0].blocks = 1
	}
	return list, nil
}

func (d *decoder) unit(parts []coded) error {
	for i := range parts {
		for range parts[i].blocks {
			if err := d.block(&parts[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

const (
	coefficients = 64
	longestDC    = 11 // bits of a difference of 8-bit samples
	longestAC    = 10
	zeros        = 15 // with no value behind them: 16 zeros
)

func (d *decoder) block(c *coded) error {
	size, err := d.bits.code(c.dc)
	if err != nil {
		return err
	}
	if size > longestDC {
		return errCode
	}
	difference, err := d.bits.value(size)
	if err != nil {
		return err
	}
	if c.last += difference; !d.inRange(c) {
		return errBright
	}
	return d.details(c.ac)
}

// inRange reports whether a block's brightness is one that there is: its DC is eight
// times the mean of its samples, of which each is from -128 to 127, rounded to a step.
func (d *decoder) inRange(c *coded) bool {
	const most = 8 * 128
	step := d.steps[c.table]
	return c.last*step <= most+step && c.last*step >= -most-step
}

// details passes over the other coefficients of a block.
func (d *decoder) details(table *huffman) error {
	for k := 1; k < coefficients; k++ {
		code, err := d.bits.code(table)
		if err != nil {
			return err
		}
		run, size := code>>4, code&15
		switch {
		case code == 0:
			return nil
		case size == 0 && run != zeros || size > longestAC:
			return errCode
		}
		if k += run; k >= coefficients {
			return errCode
		}
		if _, err := d.bits.value(size); err != nil {
			return err
		}
	}
	return nil
}

// restart passes the marker of the number, behind which all begins anew.
func (d *decoder) restart(number int, parts []coded) error {
	if !d.bits.aligned() {
		return errRestart
	}
	for d.bits.at+2 < len(d.data) && d.data[d.bits.at] == 0xFF && d.data[d.bits.at+1] == 0xFF {
		d.bits.at++
	}
	if at := d.bits.at; at+1 >= len(d.data) || d.data[at] != 0xFF || d.data[at+1] != restart+byte(number%8) {
		return errRestart
	}
	d.bits.at += 2
	for i := range parts {
		parts[i].last = 0
	}
	return nil
}

// ended reports whether the codes end where the data does. Writers may fill it up to a
// length with zeros or with ones.
func (d *decoder) ended() error {
	if !d.bits.aligned() {
		return errLong
	}
	for d.at = d.bits.at; d.at < len(d.data) && d.data[d.at] == 0; d.at++ {
	}
	if d.at < len(d.data) && d.data[d.at] != 0xFF || d.at+1 < len(d.data) && d.data[d.at+1] == 0 {
		return errLong
	}
	return nil
}
