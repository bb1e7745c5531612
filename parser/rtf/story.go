package rtf

import (
	"strings"
	"unicode"

	"gouji/parser/wordml"
)

// story is the paragraphs of the body, or of a text box in it.
type story struct {
	outer      *story // in which the box stands
	open       *wordml.Paragraph
	list       []wordml.Marked
	row, inner rowShape // the rows that are described: of a table, and of one in a cell
	characters int
}

func newStory(outer *story) *story { return &story{outer: outer, open: &wordml.Paragraph{}} }

// text adds a character to the open paragraph.
func (r *reader) text(c rune, look wordml.Look) {
	if r.characters++; r.characters > maxCharacters {
		r.tooMuch("超过 %d 字", maxCharacters)
		return
	}
	last := len(r.story.open.Runs) - 1
	if last < 0 || r.story.open.Runs[last].Look != look {
		r.count()
		r.story.open.Runs = append(r.story.open.Runs, wordml.Run{Look: look})
		last++
	}
	run := &r.story.open.Runs[last]
	run.Text = append(run.Text, c)
}

func (r *reader) count() {
	if r.pieces++; r.pieces > maxPieces {
		r.tooMuch("段落和文字段超过 %d 个", maxPieces)
	}
}

// numbered puts an automatic number before the paragraph, as typed: \listtext
// has it as the writer printed it. Bullets are no numbers, as in package docx.
func (r *reader) numbered(text []rune, look wordml.Look) {
	r.lists.printed = true
	shown := strings.TrimSpace(string(text))
	if !strings.ContainsFunc(shown, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsNumber(c) }) {
		return
	}
	last := []rune(shown)[len([]rune(shown))-1]
	if unicode.IsLetter(last) || unicode.IsDigit(last) {
		shown += " "
	}
	for _, c := range shown {
		r.text(c, look)
	}
}

// paragraph ends the open paragraph.
func (r *reader) paragraph() {
	depth := r.depth
	if r.inTable {
		depth = max(depth, 1)
	}
	r.story.open.Mark = r.look
	r.end(wordml.Marked{Depth: depth})
}

// end puts the open paragraph into the story.
func (r *reader) end(m wordml.Marked) {
	r.count()
	m.Paragraph = r.story.open
	m.Style, m.List, m.Level, m.Outline = styleID(r.style), r.listNumber, r.listLevel, r.outline
	m.Mark.Hidden = false
	r.list = append(r.list, m)
	r.story.open = &wordml.Paragraph{}
}

func (r *reader) openBox() {
	r.reading, r.into = shown, body
	r.boxes++
	r.story = newStory(r.story)
	r.style, r.outline, r.inTable, r.depth, r.look = 0, wordml.Unset, false, 0, wordml.Look{}
	r.listNumber, r.listLevel = wordml.Unset, 0
}

// closeBox hangs the box that ends on the paragraph around it.
func (r *reader) closeBox() *story {
	box, outer := r.story, r.outer
	blocks := box.blocks()
	outer.open.Boxes = append(outer.open.Boxes, blocks)
	outer.characters += box.characters
	return outer
}

// blocks are those of the whole story.
func (s *story) blocks() []wordml.Block {
	if len(s.open.Runs)+len(s.open.Boxes)+len(s.open.Pictures) > 0 {
		s.open.List, s.open.Level, s.open.Outline = wordml.Unset, wordml.Unset, wordml.Unset
		s.list = append(s.list, wordml.Marked{Paragraph: s.open})
	}
	return wordml.Nest(s.list)
}
