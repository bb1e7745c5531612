package docx

import "strconv"

// property is one of a run's that say how its text is seen.
type property int

const (
	hidden property = iota
	struck
	struckTwice
	raised
	lifted // by w:position, as a mark is
	white
	tiny
	propertyCount
)

// answer is what a style or a run says of a property; the zero value is nothing.
type answer int

const (
	silent answer = iota
	no
	yes
)

// look is the answers for all properties.
type look [propertyCount]answer

// readLook takes the element of a w:rPr that was entered last.
func (s *scanner) readLook(l *look) {
	say := func(p property, is bool) {
		l[p] = no
		if is {
			l[p] = yes
		}
	}
	value, _ := s.attr("val")
	switch s.local {
	case "vanish":
		say(hidden, s.on())
	case "strike":
		say(struck, s.on())
	case "dstrike":
		say(struckTwice, s.on())
	case "vertAlign":
		say(raised, value == "superscript" || value == "subscript")
	case "position":
		say(lifted, s.number("val", 0) >= leastLift)
	case "color":
		say(white, PaleHex(value))
	case "sz":
		say(tiny, s.number("val", leastSize) < leastSize)
	}
}

const (
	leastLift = 6 // half points above the line; less only centres digits in their row
	leastSize = 8 // half points: smaller text nobody reads on paper
)

// Pale reports whether text of the colour, of 255 each, is not seen on white paper.
// FEFEFE hides as FFFFFF does.
func Pale(red, green, blue int) bool {
	const least = 0xF0 // of a channel; the palest colour of Office's palette, F2F2F2, is there
	return min(red, green, blue) >= least
}

// PaleHex is Pale for six digits, as Word writes a colour; automatic ones are seen.
func PaleHex(hex string) bool {
	rgb, ok := colour(hex)
	return ok && Pale(rgb>>16, rgb>>8&0xFF, rgb&0xFF)
}

func colour(hex string) (rgb int, ok bool) {
	value, err := strconv.ParseUint(hex, 16, 24)
	return int(value), err == nil && len(hex) == len("FFFFFF")
}

// dark reports whether pale text is seen on a fill of the colour.
func dark(hex string) bool {
	const most = 0xC0 // of 255, the brightness of the palest grey that carries white text
	rgb, ok := colour(hex)
	return ok && (2*(rgb>>16)+5*(rgb>>8&0xFF)+(rgb&0xFF))/8 <= most
}

// over is the look of text that says so itself within text of the look around.
func (l look) over(around look) look {
	for p, answer := range l {
		if answer != silent {
			around[p] = answer
		}
	}
	return around
}

// doubt says why digits may be none of the figure that they stand beside; empty when
// they are.
func (l look) doubt() string {
	switch {
	case l[struck] == yes, l[struckTwice] == yes:
		return struckText
	case l[raised] == yes, l[lifted] == yes:
		return raisedText
	case l[tiny] == yes:
		return tinyText
	case l[white] == yes:
		return whiteText
	}
	return ""
}
