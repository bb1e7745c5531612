package doc

import (
	"unicode/utf16"

	"gouji/parser/wordml"
)

const (
	definitionSize = 28
	useSize        = 16
	levelSize      = 28
	maxLists       = 20_000
)

// readLists reads the PlfLst, whose levels stand after it, and the PlfLfo.
func (f *file) readLists() wordml.Lists {
	var all wordml.Lists
	if listFormat >= len(f.fib.positions) || len(f.part(listTable)) == 0 {
		return all
	}
	at := f.fib.positions[listTable].offset
	b := reader{f.table}
	count := min(b.u16(at), maxLists)
	next := at + 2 + definitionSize*count
	for i := range count {
		from := at + 2 + definitionSize*i
		d := wordml.ListDefinition{ID: b.i32(from)}
		number := wordml.ListLevels
		if b.u8(from+26)&1 != 0 { // a simple list
			number = 1
		}
		for range number {
			l, size := readLevel(b, next)
			d.Levels = append(d.Levels, l)
			next += size
		}
		all.Definitions = append(all.Definitions, d)
	}
	all.Uses = f.readUses()
	return all
}

// readLevel reads an LVL, [MS-DOC] 2.9.150.
func readLevel(b reader, at int) (wordml.ListLevel, int) {
	l := wordml.ListLevel{Start: b.i32(at), Format: b.u8(at + 4), Legal: b.u8(at+5)&4 != 0}
	properties := b.u8(at+24) + b.u8(at+25)
	text := at + levelSize + properties
	length := b.u16(text)
	var codes []uint16
	for i := range min(length, 255) {
		codes = append(codes, uint16(b.u16(text+2+2*i)))
	}
	l.Text = wordml.LevelText(utf16.Decode(codes))
	return l, levelSize + properties + 2 + 2*length
}

// readUses reads the LFOs, [MS-DOC] 2.9.131: lists in the text, numbered from 1.
func (f *file) readUses() []wordml.ListUse {
	b := reader{f.part(listFormat)}
	count := min(b.i32(0), maxLists)
	var list []wordml.ListUse
	next := 4 + useSize*count
	for i := range max(count, 0) {
		from := 4 + useSize*i
		u := wordml.ListUse{Number: i + 1, Definition: b.i32(from)}
		next += 4 // the cp of the LFOData
		for range b.u8(from + 12) {
			if next >= len(b.data) {
				break // there are fewer than it says
			}
			c, size := readChange(b, next)
			u.Changes = append(u.Changes, c)
			next += size
		}
		list = append(list, u)
	}
	return list
}

// readChange reads an LFOLVL.
func readChange(b reader, at int) (wordml.ListChange, int) {
	flags := b.i32(at + 4)
	c := wordml.ListChange{Level: flags & 0xF, Start: b.i32(at), Starts: flags&0x10 != 0}
	if flags&0x20 == 0 {
		return c, 8
	}
	l, size := readLevel(b, at+8)
	c.Own = &l
	return c, 8 + size
}
