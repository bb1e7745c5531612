package odt

import (
	"regexp"
	"strconv"
	"strings"

	"gouji/parser/wordml"
)

// lists are the list styles, and the lists of the text that use them.
type lists struct {
	styles map[string]int // abstract number of a list style
	levels [][]*node      // of each, by level
	uses   []int          // abstract number of each list, which count from 1
	byID   map[string]int // the number of a list by its xml:id
	last   map[int]int    // the list of an abstract number that came last
}

const (
	levelCount = 9
	outline    = "\x00outline" // stands for the name of the outline style
)

func readLists(p *parts) *lists {
	all := &lists{styles: map[string]int{}, byID: map[string]int{}, last: map[int]int{}}
	for _, from := range []*node{p.styles.Find("office:styles"), p.content.Find("office:automatic-styles")} {
		if from == nil {
			continue
		}
		for _, n := range from.Children {
			switch n.Name {
			case "text:list-style":
				all.add(n.Attribute("style:name"), n)
			case "text:outline-style":
				all.add(outline, n)
			}
		}
	}
	return all
}

func (all *lists) add(name string, n *node) {
	levels := make([]*node, levelCount)
	for _, child := range n.Children {
		if at := child.Number("text:level", 0); at >= 1 && at <= levelCount {
			levels[at-1] = child
		}
	}
	all.styles[name] = len(all.levels)
	all.levels = append(all.levels, levels)
}

// use is the number of a list in the text: that of the list it continues, or a
// new one that counts from the start. Unset for one without a style.
func (all *lists) use(style string, n *node) int {
	abstract, known := all.styles[style]
	if !known {
		return wordml.Unset
	}
	number := all.byID[n.Attribute("text:continue-list")]
	if number == 0 && n.Attribute("text:continue-numbering") == "true" {
		number = all.last[abstract]
	}
	if number == 0 || all.uses[number-1] != abstract {
		all.uses = append(all.uses, abstract)
		number = len(all.uses)
	}
	for _, a := range n.Attributes {
		if strings.HasSuffix(a.Name, ":id") { // xml:id; text:id in old files
			all.byID[a.Value] = number
		}
	}
	all.last[abstract] = number
	return number
}

// outline is the list of the headings' numbers; Unset when headings of the
// level have none.
func (all *lists) outline(level int) int {
	abstract, known := all.styles[outline]
	if !known || level < 0 || level >= levelCount || all.levels[abstract][level].Attribute("style:num-format") == "" {
		return wordml.Unset
	}
	if number := all.last[abstract]; number != 0 {
		return number
	}
	return all.use(outline, &node{})
}

// formats are the names that WordprocessingML has for style:num-format.
var formats = map[string]string{
	"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none",
	"一, 二, 三, ...": "chineseCountingThousand", "壹, 贰, 叁, ...": "chineseLegalSimplified",
	"①, ②, ③, ...": "decimalEnclosedCircle", "１, ２, ３, ...": "decimalFullWidth",
	"甲, 乙, 丙, ...": "ideographTraditional", "子, 丑, 寅, ...": "ideographZodiac",
}

func (all *lists) xml() string {
	w := &wordml.Writer{}
	w.Text("<w:numbering ", wordml.Space, ">")
	for i, levels := range all.levels {
		w.Text(`<w:abstractNum w:abstractNumId="`, strconv.Itoa(i), `">`)
		for at, n := range levels {
			if n != nil {
				writeLevel(w, at, n)
			}
		}
		w.Text("</w:abstractNum>")
	}
	for i, abstract := range all.uses {
		w.Text(`<w:num w:numId="`, strconv.Itoa(i+1), `">`)
		w.Value("abstractNumId", abstract)
		for at, n := range all.levels[abstract] {
			w.Text(`<w:lvlOverride w:ilvl="`, strconv.Itoa(at), `">`)
			w.Value("startOverride", n.Number("text:start-value", 1))
			w.Text("</w:lvlOverride>")
		}
		w.Text("</w:num>")
	}
	w.Text("</w:numbering>")
	return w.String()
}

func writeLevel(w *wordml.Writer, at int, n *node) {
	w.Text(`<w:lvl w:ilvl="`, strconv.Itoa(at), `">`)
	w.Value("start", n.Number("text:start-value", 1))
	format, known := formats[n.Attribute("style:num-format")]
	switch {
	case strings.HasSuffix(n.Name, "-bullet"), strings.HasSuffix(n.Name, "-image"):
		format = "bullet"
	case !known:
		format = "decimal"
	}
	w.Word("numFmt", format)
	w.Text(`<w:lvlText w:val="`, wordml.Attribute(levelText(n, at+1)), `"/></w:lvl>`)
}

// reference is the number of a level in LibreOffice's own format: 第%1%章.
var reference = regexp.MustCompile(`%(\d+)%`)

// levelText is the text of a level as w:lvlText has it: 第%1章.
func levelText(n *node, level int) string {
	for _, a := range n.Attributes {
		if strings.HasSuffix(a.Name, ":num-list-format") { // LibreOffice's own, which says it whole
			return reference.ReplaceAllString(a.Value, "%$1")
		}
	}
	if n.Attribute("style:num-format") == "" {
		return n.Attribute("style:num-prefix") + n.Attribute("style:num-suffix")
	}
	var numbers []string
	for at := max(level-n.Number("text:display-levels", 1)+1, 1); at <= level; at++ {
		numbers = append(numbers, "%"+strconv.Itoa(at))
	}
	return n.Attribute("style:num-prefix") + strings.Join(numbers, ".") + n.Attribute("style:num-suffix")
}
