package ofd

import (
	"maps"
	"path"
)

// resources are what objects refer to, by ID.
type resources struct {
	drawParams map[string]*node
	composites map[string]*node
	media      map[string]string // names of the parts of pictures
	fonts      map[string]string // names of the parts of fonts that the file brings
}

func newResources() resources {
	return resources{drawParams: map[string]*node{}, composites: map[string]*node{}, media: map[string]string{}, fonts: map[string]string{}}
}

// clone are the same resources, to which a page can add its own.
func (r resources) clone() resources {
	return resources{maps.Clone(r.drawParams), maps.Clone(r.composites), maps.Clone(r.media), maps.Clone(r.fonts)}
}

// readResources adds those that a part has.
func (f *File) readResources(to resources, part string) error {
	root, err := f.archive.optional(part)
	if err != nil || root == nil {
		return err
	}
	base := path.Join(path.Dir(part), root.Attribute("BaseLoc"), "x")
	for _, list := range root.Kids() {
		for _, n := range list.Kids() {
			id := n.Attribute("ID")
			switch n.Name {
			case "DrawParam":
				to.drawParams[id] = n
			case "CompositeGraphicUnit":
				to.composites[id] = n
			case "Font":
				if file := n.Find("FontFile").Text(); file != "" {
					to.fonts[id] = f.archive.locate(file, base)
				}
			case "MultiMedia":
				to.media[id] = f.archive.locate(n.Find("MediaFile").Text(), base)
			}
		}
	}
	return nil
}
