package rtf

import (
	"strings"

	"gouji/parser/wordml"
)

// Writers print the number of a paragraph before it (\listtext), for readers that
// cannot count. Of one that does not, the numbers are counted from the tables of lists.

// lists are the tables, as they are read.
type lists struct {
	wordml.Lists
	level   *wordml.ListLevel // that is being read
	printed bool              // some number stands before its paragraph
}

// maxLists is how many definitions and lists are read; a level of them stands for a
// piece besides.
const maxLists = 20_000

// definitionPart takes what the table of definitions says.
func (r *reader) definitionPart(t token) {
	l := &r.lists
	if t.word == "list" && len(l.Definitions) < maxLists {
		l.Definitions, l.level = append(l.Definitions, wordml.ListDefinition{}), nil
	}
	if len(l.Definitions) == 0 {
		return
	}
	last := &l.Definitions[len(l.Definitions)-1]
	switch t.word {
	case "listid":
		last.ID = t.value
	case "listlevel":
		if len(last.Levels) < wordml.ListLevels {
			last.Levels = append(last.Levels, wordml.ListLevel{})
			l.level = &last.Levels[len(last.Levels)-1]
		}
	default:
		r.levelPart(t)
	}
}

// usePart takes what the table of lists says.
func (r *reader) usePart(t token) {
	l := &r.lists
	if t.word == "listoverride" && len(l.Uses) < maxLists {
		l.Uses, l.level = append(l.Uses, wordml.ListUse{}), nil
	}
	if len(l.Uses) == 0 {
		return
	}
	last := &l.Uses[len(l.Uses)-1]
	change := &wordml.ListChange{}
	if n := len(last.Changes); n > 0 {
		change = &last.Changes[n-1]
	}
	switch t.word {
	case "listid":
		last.Definition = t.value
	case "ls":
		last.Number = t.value
	case "lfolevel":
		if n := len(last.Changes); n < wordml.ListLevels {
			last.Changes, l.level = append(last.Changes, wordml.ListChange{Level: n}), nil
		}
	case "listoverridestartat":
		change.Starts = true
	case "listlevel":
		change.Own = &wordml.ListLevel{}
		l.level = change.Own
	case "levelstartat":
		if change.Start = t.value; change.Own != nil {
			change.Own.Start = t.value
		}
	default:
		r.levelPart(t)
	}
}

// levelPart takes a property of a level.
func (r *reader) levelPart(t token) {
	switch {
	case r.lists.level == nil:
	case t.word == "levelnfc", t.word == "levelnfcn":
		r.lists.level.Format = t.value
	case t.word == "levelstartat":
		r.lists.level.Start = t.value
	case t.word == "levellegal":
		r.lists.level.Legal = t.on()
	}
}

// closeLevelText takes the text of a level: its length, the text with characters below 9
// for numbers, and a semicolon.
func (r *reader) closeLevelText() {
	text := r.taken()
	if r.lists.level == nil || len(text) == 0 {
		return
	}
	body := []rune(strings.TrimSuffix(string(text[1:]), ";"))
	r.lists.level.Text = wordml.LevelText(body)
}

// numbering is the part of the lists; none where the writer printed the numbers.
func (r *reader) numbering() string {
	if r.lists.printed || len(r.lists.Uses) == 0 {
		return ""
	}
	return r.lists.XML()
}
