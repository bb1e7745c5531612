package rtf

import (
	"strings"

	"gouji/parser/docx"
	"gouji/parser/wordml"
)

// unread are the destinations whose text is not the body's. Those behind \*
// that the reader does not know are unread too.
var unread = words(`fldinst datafield private
	header headerl headerr headerf footer footerl footerr footerf footnote
	ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor pnseclvl
	xe tc tcl rxe bkmkstart bkmkend objdata objclass objname objalias objsect
	shprslt nonshppict nonesttables levelnumbers revtbl rsidtbl
	filetbl generator userprops xmlnstbl pgdsctbl template mmathPr themedata
	colorschememapping latentstyles datastore listpicture background`)

// control obeys a control word. Behind \* it is the name of a destination that
// a reader may pass over when it does not know it.
func (r *reader) control(t token, star bool) {
	if r.reading == dead {
		r.pictureProperty(t)
		return
	}
	if t.word == "*" {
		r.star = true
		return
	}
	if r.destination(t.word) {
		return
	}
	switch {
	case star, unread[t.word]:
		r.reading = dead
	case r.reading == passing:
	case r.into == fontTable:
		r.fontProperty(t)
	case r.into == styleSheet:
		if !r.character(t) {
			r.sheet.take(t)
			r.looks(t)
		}
	case r.into == colourTable:
		r.colourPart(t)
	case r.into == definitions:
		r.definitionPart(t)
	case r.into == uses:
		r.usePart(t)
	case r.into == levelText:
		r.character(t)
	case r.into == information:
		r.reading = dead
	case !r.character(t) && !r.layout(t) && !r.table(t):
		r.looks(t)
	}
}

// destination enters the destinations that are read.
func (r *reader) destination(word string) bool {
	switch word {
	case "fonttbl":
		r.into = fontTable
	case "colortbl":
		r.into, r.colour = colourTable, [3]int{}
	case "stylesheet":
		r.into, r.sheet.depth = styleSheet, len(r.stack)+1
	case "info":
		r.into = information
	case "author", "operator", "company":
		r.name()
	case "listtable":
		r.into = definitions
	case "listoverridetable":
		r.into = uses
	case "leveltext":
		r.into = levelText
	case "listtext", "pntext":
		r.into = number
	case "pict":
		r.openPicture()
	case "annotation":
		r.comments++
		r.reading = dead
	case "shpinst", "do", "upr":
		r.reading = passing
	case "ud":
		r.reading = shown
	case "shptxt", "dptxbxtext":
		r.openBox()
	case "nesttableprops":
		r.nested = true
	case "shppict":
	default:
		return false
	}
	return true
}

// name takes a name of the properties.
func (r *reader) name() {
	if r.into == information {
		r.into = author
	}
}

// fontProperty reads what the table says of a font.
func (r *reader) fontProperty(t token) {
	switch t.word {
	case "f":
		r.font = t.value
	case "fcharset":
		page, known := pageOf[t.value]
		if t.value == symbols {
			page, known = symbols, true
		}
		if known && len(r.fonts) < maxPieces {
			r.fonts[r.font] = page
		}
	}
}

func (r *reader) colourPart(t token) {
	for i, word := range []string{"red", "green", "blue"} {
		if t.word == word {
			r.colour[i] = t.value
		}
	}
}

// nextColour ends a colour of the table at its semicolon.
func (r *reader) nextColour(c rune) {
	if c == ';' {
		r.white = append(r.white, docx.Pale(r.colour[0], r.colour[1], r.colour[2]))
		r.colour = [3]int{}
	}
}

// looks takes properties of characters, and what the whole file says of them.
func (r *reader) looks(t token) {
	switch t.word {
	case "ansicpg":
		if codePages[t.value] != nil {
			r.page = t.value
		}
	case "mac":
		r.page = 10000
	case "pc":
		r.page = 437
	case "pca":
		r.page = 850
	case "deff":
		r.font0, r.font = t.value, t.value
	case "plain":
		r.look, r.font = wordml.Look{}, r.font0
	case "f":
		r.font = t.value
	case "uc":
		r.uc = min(max(t.value, 0), 16)
	case "deleted":
		r.look.Deleted = t.on()
	case "revised":
		r.look.Inserted = t.on()
	case "v":
		r.look.Hidden = t.on()
	case "strike", "striked":
		r.look.Struck = t.on()
	case "super", "sub":
		r.look.Raised = t.on()
	case "nosupersub":
		r.look.Raised = false
	case "cf":
		r.look.White = t.value > 0 && t.value < len(r.white) && r.white[t.value]
	}
}

// signs are the control words and symbols that are characters.
var signs = map[string]rune{
	"tab": '\t', "line": '\n', "lbr": '\n', "softline": '\n', "page": '\n', "column": '\n',
	"emdash": '—', "endash": '–', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "bullet": '•',
	"emspace": '\u2003', "enspace": '\u2002', "qmspace": '\u2005', "~": '\u00A0', "_": '-',
}

func (r *reader) character(t token) bool {
	if t.word == "u" {
		r.unicode(t.value)
		return true
	}
	sign, known := signs[t.word]
	if known {
		r.add(sign)
	}
	return known
}

// symbol takes the symbols that are bytes of text; a Chinese character may end
// in one of them.
func (r *reader) symbol(word string) bool {
	switch word {
	case "\\", "{", "}":
		r.written(token{text: []byte(word)})
		return true
	}
	return false
}

// layout takes properties of paragraphs and what ends them.
func (r *reader) layout(t token) bool {
	switch t.word {
	case "par", "sect", "\r", "\n":
		r.paragraph()
	case "pard":
		r.style, r.outline, r.inTable, r.depth = 0, wordml.Unset, false, 0
		r.listNumber, r.listLevel = wordml.Unset, 0
	case "ls":
		r.listNumber = t.value
	case "ilvl":
		r.listLevel = t.value
	case "s":
		r.style = t.value
	case "outlinelevel":
		r.outline = t.value
	case "intbl":
		r.inTable = t.on()
	case "itap":
		r.depth = max(t.value, 0)
	default:
		return false
	}
	return true
}

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(list) {
		set[word] = true
	}
	return set
}
