package ofd

import (
	"context"
	"encoding/xml"
	"errors"
	"path"
	"slices"
	"strings"

	"gouji/parser/document"
	"gouji/parser/docx"
	"gouji/parser/pdf"
	"gouji/parser/xmltree"
)

type node = xmltree.Node

// archive is the opened package, and what was found wrong with it.
type archive struct {
	*docx.Archive
	ctx     context.Context
	damaged []string // parts that are, of which something was read all the same
	missing []string // parts that are named and not there, or unreadable
}

func openArchive(ctx context.Context, data []byte, limits docx.Limits) (*archive, error) {
	opened, err := docx.OpenArchive(ctx, data, limits)
	if err != nil {
		return nil, err
	}
	return &archive{Archive: opened, ctx: ctx}, nil
}

// local is a name without its namespace: drafts of the standard had others, and
// some programs leave it out.
func local(name xml.Name) string { return name.Local }

// part reads a part. Of a damaged one it gives what stands before the damage, and
// remembers that it is damaged.
func (a *archive) part(name string) (*node, error) {
	source, broken := a.Part(name)
	if source == "" {
		if broken == nil {
			broken = document.Errorf(document.Corrupt, "压缩包里没有 %s", name)
		}
		return nil, broken
	}
	root, err := xmltree.Parse(a.ctx, xmltree.Part{Name: name, Source: source, Depth: a.Depth()}, local)
	if err == nil && broken == nil {
		return root, nil
	}
	if fatal(err) || root == nil {
		return nil, errors.Join(err, broken)
	}
	if !slices.Contains(a.damaged, name) {
		a.damaged = append(a.damaged, name)
	}
	return root, nil
}

// optional is a part without which the pages can be read; nil when there is none.
func (a *archive) optional(name string) (*node, error) {
	root, err := a.part(name)
	if fatal(err) {
		return nil, err
	}
	if err != nil && !slices.Contains(a.missing, name) {
		a.missing = append(a.missing, name)
	}
	return root, nil
}

// fatal reports whether an error is of the whole file and not of one part.
func fatal(err error) bool {
	var known *document.Error
	return errors.As(err, &known) && known.Kind != document.Corrupt && known.Kind != document.Unsupported
}

// locate is the part that a location in another part means: from the root when it
// begins with a slash, else beside the part. Some programs leave the slash out.
func (a *archive) locate(location, from string) string {
	location = strings.ReplaceAll(strings.TrimSpace(location), `\`, "/")
	beside := path.Join("/", path.Dir(strings.ReplaceAll(from, `\`, "/")), location)
	if strings.HasPrefix(location, "/") || !a.Has(beside) && a.Has(location) {
		beside = path.Join("/", location)
	}
	return strings.TrimPrefix(beside, "/")
}

// report tells what of the file was not read or is not sure.
func (a *archive) report(content *pdf.Content, lost []int) {
	var parts []string
	if why := a.Lost(); why != "" {
		parts = append(parts, why)
	}
	if len(lost) > 0 {
		parts = append(parts, lostPages(lost))
	}
	if len(a.missing) > 0 {
		parts = append(parts, strings.Join(a.missing, "、")+" 读不出来，可能缺内容")
	}
	if len(a.damaged) > 0 {
		names := strings.Join(a.damaged, "、")
		parts = append(parts, names+" 已损坏")
		content.Damage = names + " 已损坏，读出的内容可能缺失或错误"
	}
	content.Incomplete = strings.Join(parts, "；")
}
