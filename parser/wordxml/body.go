package wordxml

import (
	"strings"

	"gouji/parser/wordml"
)

// renamed are the elements that the younger form calls otherwise.
var renamed = map[string]string{
	"w:vmerge": "w:vMerge", "w:hmerge": "w:hMerge", "w:listPr": "w:numPr", "w:ilfo": "w:numId",
	"w:hlink": "w:hyperlink",
}

// annotated are the elements that the younger form has for w:type of an
// aml:annotation. Others mark bookmarks, comments and changes of looks.
var annotated = map[string]string{
	"Word.Insertion": "w:ins", "Word.Deletion": "w:del", "Word.CellInsertion": "w:cellIns", "Word.CellDeletion": "w:cellDel",
	"Word.Comment": "w:commentReference",
}

// unread are elements whose content is none of the text: pictures, in base64, and notes.
var unread = map[string]bool{"w:binData": true, "w:docOleData": true, "w:footnote": true, "w:endnote": true, "w:hdr": true, "w:ftr": true}

// writer writes the younger form.
type writer struct{ wordml.Writer }

const declarations = ` xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

func documentXML(body *node) string {
	w := &writer{}
	w.Text("<w:document ", wordml.Space, declarations, ">")
	if body != nil {
		w.element(body)
	}
	w.Text("</w:document>")
	return w.String()
}

func stylesXML(styles *node) string {
	w := &writer{}
	w.Text("<w:styles ", wordml.Space, ">")
	w.inside(styles)
	w.Text("</w:styles>")
	return w.String()
}

func (w *writer) inside(n *node) {
	for _, child := range n.Kids() {
		w.element(child)
	}
}

// element writes one with what is in it. Those of other namespaces only wrap what
// counts: wx:sect a section, st1:date a word that Word took for a date, and whatever
// elements a template was marked with.
func (w *writer) element(n *node) {
	switch {
	case n.Name == "":
		w.Text(wordml.Attribute(n.Characters))
	case unread[n.Name] || strings.HasPrefix(n.Name, "o:"):
	case n.Name == "aml:annotation":
		w.annotation(n)
	case strings.HasPrefix(n.Name, "w:"), strings.HasPrefix(n.Name, "v:"):
		w.tagged(n)
	default:
		w.inside(n)
	}
}

// annotation writes a tracked change, around its content or, among properties,
// without; the content of a comment is none of the text.
func (w *writer) annotation(n *node) {
	name := annotated[n.Attribute("w:type")]
	content := n.Find("aml:content")
	switch {
	case name == "w:commentReference":
		w.Text("<", name, "/>")
	case name == "":
		w.inside(content)
	default:
		w.Text("<", name, ">")
		w.inside(content)
		w.Text("</", name, ">")
	}
}

func (w *writer) tagged(n *node) {
	name := n.Name
	if other := renamed[name]; other != "" {
		name = other
	}
	w.Text("<", name)
	w.attributes(n)
	w.Text(">")
	w.inside(n)
	w.Text("</", name, ">")
}

// attributes writes those that count. Space around text is the author's: the root
// of the old form says so for all.
func (w *writer) attributes(n *node) {
	switch n.Name {
	case "w:t":
		w.Text(` xml:space="preserve"`)
	case "v:imagedata":
		w.Text(` r:id="`, wordml.Attribute(n.Attribute("src")), `"`)
	}
	for _, a := range n.Attributes {
		own := strings.HasPrefix(n.Name, "v:") && (a.Name == "style" || a.Name == "string")
		switch {
		case a.Name == "w:default" && a.Value == "on":
			w.Text(` w:default="1"`)
		case own || strings.HasPrefix(a.Name, "w:"):
			w.Text(" ", a.Name, `="`, wordml.Attribute(a.Value), `"`)
		}
	}
}
