package ofd

import (
	"strings"

	"gouji/parser/document"
)

// pageRef is a page before it is read.
type pageRef struct {
	*docRef
	part string // the name of its part
	over string // the part of what was written on it later; empty for none
}

// docRef is a document of the file.
type docRef struct {
	resources
	area      *node // CommonData/PageArea: the size of pages that give none
	templates map[string]template
}

// template is a page that is drawn under or over others.
type template struct {
	part  string
	order string // ZOrder
}

// readRoot reads OFD.xml and the documents that it names: a file may hold several.
func (f *File) readRoot() error {
	const rootPart = "OFD.xml"
	root, err := f.archive.part(rootPart)
	if err != nil {
		return err
	}
	var failed error
	for _, body := range root.Kids() {
		if body.Name != "DocBody" {
			continue
		}
		f.authors = append(f.authors, body.Find("DocInfo").Find("Author").Text())
		if err := f.readDocument(f.currentVersion(body, rootPart)); fatal(err) {
			return err
		} else if err != nil {
			failed = err
		}
	}
	switch {
	case len(f.pages) > 0:
		return nil
	case failed != nil:
		return failed
	}
	return document.Errorf(document.Corrupt, "OFD 里没有一页")
}

// currentVersion is the part of a document's root: that of the version which is
// marked as current, where there are versions.
func (f *File) currentVersion(body *node, from string) string {
	for _, v := range body.Find("Versions").Kids() {
		if !flag(v, "Current", false) {
			continue
		}
		part := f.archive.locate(v.Attribute("BaseLoc"), from)
		if version, err := f.archive.part(part); err == nil {
			if root := version.Find("DocRoot").Text(); strings.TrimSpace(root) != "" {
				return f.archive.locate(root, part)
			}
		}
	}
	return f.archive.locate(body.Find("DocRoot").Text(), from)
}

func (f *File) readDocument(part string) error {
	root, err := f.archive.part(part)
	if err != nil {
		return err
	}
	common := root.Find("CommonData")
	d := &docRef{resources: newResources(), area: common.Find("PageArea"), templates: map[string]template{}}
	for _, n := range common.Kids() {
		switch n.Name {
		case "PublicRes", "DocumentRes":
			if err := f.readResources(d.resources, f.archive.locate(n.Text(), part)); err != nil {
				return err
			}
		case "TemplatePage":
			d.templates[n.Attribute("ID")] = template{f.archive.locate(n.Attribute("BaseLoc"), part), n.Attribute("ZOrder")}
		}
	}
	notes, err := f.annotations(root, part)
	if err != nil {
		return err
	}
	for _, n := range root.Find("Pages").Kids() {
		if n.Name == "Page" {
			f.pages = append(f.pages, &pageRef{d, f.archive.locate(n.Attribute("BaseLoc"), part), notes[n.Attribute("ID")]})
		}
	}
	return nil
}

// annotations are the parts of what was written on pages later, by their IDs.
func (f *File) annotations(document *node, from string) (map[string]string, error) {
	location := strings.TrimSpace(document.Find("Annotations").Text())
	if location == "" {
		return nil, nil
	}
	part := f.archive.locate(location, from)
	root, err := f.archive.optional(part)
	notes := map[string]string{}
	for _, n := range root.Kids() {
		if file := strings.TrimSpace(n.Find("FileLoc").Text()); n.Name == "Page" && file != "" {
			notes[n.Attribute("PageID")] = f.archive.locate(file, part)
		}
	}
	return notes, err
}
