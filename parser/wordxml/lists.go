package wordxml

import "gouji/parser/wordml"

// readLists reads the definitions of automatic numbers.
func readLists(lists *node) wordml.Lists {
	var all wordml.Lists
	for _, n := range lists.Kids() {
		switch n.Name {
		case "w:listDef":
			all.Definitions = append(all.Definitions, wordml.ListDefinition{ID: n.Number("w:listDefId", wordml.Unset), Levels: readLevels(n)})
		case "w:list":
			all.Uses = append(all.Uses, readUse(n))
		}
	}
	return all
}

// readLevels reads the levels of a definition, each in its place.
func readLevels(definition *node) []wordml.ListLevel {
	var levels []wordml.ListLevel
	for _, n := range definition.Kids() {
		at := n.Number("w:ilvl", wordml.Unset)
		if n.Name != "w:lvl" || at < 0 || at >= wordml.ListLevels {
			continue
		}
		for len(levels) <= at {
			levels = append(levels, wordml.ListLevel{})
		}
		levels[at] = readLevel(n)
	}
	return levels
}

// readLevel reads a w:lvl; w:nfc is an MSONFC number, decimal when there is none.
func readLevel(n *node) wordml.ListLevel {
	legal := n.Find("w:isLgl")
	return wordml.ListLevel{
		Start:  n.Find("w:start").Number("w:val", 0),
		Format: n.Find("w:nfc").Number("w:val", 0),
		Legal:  legal != nil && legal.Attribute("w:val") != "off",
		Text:   n.Find("w:lvlText").Attribute("w:val"),
	}
}

func readUse(n *node) wordml.ListUse {
	use := wordml.ListUse{Number: n.Number("w:ilfo", wordml.Unset), Definition: n.Find("w:ilst").Number("w:val", wordml.Unset)}
	for _, change := range n.Kids() {
		at := change.Number("w:ilvl", wordml.Unset)
		if change.Name != "w:lvlOverride" || at < 0 || at >= wordml.ListLevels {
			continue
		}
		c := wordml.ListChange{Level: at}
		if start := change.Find("w:startOverride"); start != nil {
			c.Start, c.Starts = start.Number("w:val", 0), true
		}
		if own := change.Find("w:lvl"); own != nil {
			l := readLevel(own)
			c.Own = &l
		}
		use.Changes = append(use.Changes, c)
	}
	return use
}
