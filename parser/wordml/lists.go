package wordml

import "strconv"

// Lists are the definitions of automatic numbers and the lists that use them.
type Lists struct {
	Definitions []ListDefinition
	Uses        []ListUse
}

// ListDefinition is what the numbers of a list look like, by level.
type ListDefinition struct {
	ID     int
	Levels []ListLevel
}

// ListLevel is a level: Format is an MSONFC number, [MS-OSHARED] 2.2.1.3, and Text is as
// w:lvlText has it, 第%1章.
type ListLevel struct {
	Start, Format int
	Legal         bool // all its numbers are decimal
	Text          string
}

// ListUse is a list of the text, which names it by Number, of a definition.
type ListUse struct {
	Number, Definition int
	Changes            []ListChange
}

// ListChange is a level of a list that begins or looks otherwise.
type ListChange struct {
	Level, Start int
	Starts       bool
	Own          *ListLevel
}

// formats are the names that WordprocessingML has for the MSONFC numbers; others are
// written in decimal, as Word does.
var formats = map[int]string{
	0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
	10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 17: "japaneseDigitalTenThousand",
	18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", 23: "bullet",
	26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
	29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
	33: "taiwaneseCounting", 34: "ideographLegalTraditional", 35: "taiwaneseCountingThousand", 36: "taiwaneseDigital",
	37: "chineseCounting", 38: "chineseLegalSimplified", 39: "chineseCountingThousand", 255: "none",
}

// XML is the part that package docx reads numbers of paragraphs from.
func (all *Lists) XML() string {
	w := &Writer{}
	w.Text("<w:numbering ", Space, ">")
	for _, d := range all.Definitions {
		w.Text(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(d.ID), `">`)
		for i := range d.Levels {
			d.Levels[i].write(w, i)
		}
		w.Text("</w:abstractNum>")
	}
	for _, u := range all.Uses {
		w.Text(`<w:num w:numId="`, strconv.Itoa(u.Number), `">`)
		w.Value("abstractNumId", u.Definition)
		for i := range u.Changes {
			u.Changes[i].write(w)
		}
		w.Text("</w:num>")
	}
	w.Text("</w:numbering>")
	return w.String()
}

func (c *ListChange) write(w *Writer) {
	w.Text(`<w:lvlOverride w:ilvl="`, strconv.Itoa(c.Level), `">`)
	if c.Starts {
		w.Value("startOverride", c.Start)
	}
	if c.Own != nil {
		c.Own.write(w, c.Level)
	}
	w.Text("</w:lvlOverride>")
}

func (l *ListLevel) write(w *Writer, i int) {
	w.Text(`<w:lvl w:ilvl="`, strconv.Itoa(i), `">`)
	w.Value("start", l.Start)
	w.Word("numFmt", formats[l.Format])
	w.Text(`<w:lvlText w:val="`, Attribute(l.Text), `"/>`)
	w.Flag("isLgl", l.Legal)
	w.Text("</w:lvl>")
}

// ListLevels is how many levels a list has.
const ListLevels = 9

// LevelText writes the text of a level as w:lvlText has it: files have a character
// below 9 for the number of a level.
func LevelText(text []rune) string {
	var out []rune
	for _, r := range text {
		if r < ListLevels {
			out = append(out, '%', '1'+r)
			continue
		}
		out = append(out, r)
	}
	return string(out)
}
