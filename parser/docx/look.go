package docx

import "strings"

// property is one of a run's that say how its text is seen.
type property int

const (
	hidden property = iota
	struck
	struckTwice
	raised
	white
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
	case "color":
		say(white, strings.EqualFold(value, "FFFFFF"))
	}
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
	case l[raised] == yes:
		return raisedText
	case l[white] == yes:
		return whiteText
	}
	return ""
}
