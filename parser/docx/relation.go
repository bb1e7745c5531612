package docx

import (
	"context"
	"net/url"
	"path"
	"strings"

	"gouji/parser/document"
)

// relation is one entry of a .rels part: what a part has to do with another.
type relation struct {
	id, kind, target string
	outside          bool // the target is not in the file
}

// relations reads a .rels part; one that is damaged gives what comes before
// the damage, since the parts usually stand where they always do.
func relations(xml string) []relation {
	var list []relation
	s := newScanner(context.Background(), "关系部件", xml, Limits{}.withDefaults())
	if !s.root() {
		return nil
	}
	s.each(func() {
		kind, _ := s.attr("Type")
		target, _ := s.attr("Target")
		id, _ := s.attr("Id")
		where, _ := s.attr("TargetMode")
		list = append(list, relation{id, path.Base(kind), target, where == "External"})
	})
	return list
}

// mainPart is the key of the part that holds the document.
func (c *container) mainPart() (string, error) {
	for _, link := range relations(c.optional("_rels/.rels")) {
		if name := resolve("", link.target); link.kind == "officeDocument" && c.parts[name] != nil {
			return name, nil
		}
	}
	if c.parts["word/document.xml"] != nil {
		return "word/document.xml", nil
	}
	if c.lost != "" {
		return "", document.Errorf(document.Corrupt, "Word 文件不完整或已损坏，正文缺失：%s", c.lost)
	}
	return "", document.Errorf(document.Unsupported, "压缩包里没有 Word 正文（word/document.xml），不是 .docx 文件")
}

// related is the key of the part that has the kind of relation to the main
// part; without a relation it is where Word always puts it.
func (c *container) related(links []relation, main, kind string) string {
	for _, link := range links {
		if name := resolve(path.Dir(main), link.target); link.kind == kind && c.parts[name] != nil {
			return name
		}
	}
	return key(path.Join(path.Dir(main), kind+".xml"))
}

func relationsOf(part string) string {
	return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
}

// resolve is the key of the part that a target means, seen from a folder.
func resolve(folder, target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		target = plain
	}
	target = strings.ReplaceAll(target, `\`, "/")
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", folder, target)
	}
	return key(target)
}
