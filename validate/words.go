package validate

import (
	"fmt"
	"strings"

	"gouji/parser/form"
)

// shortRows are the rows of table three as a letter would call them where the
// official label is a sentence.
var shortRows = map[string]string{
	"new": "新收", "carried_in": "结转", "total": "总计", "carried_out": "结转下年",
}

// rowText is the short name of a cell's row.
func rowText(c form.Cell) Text {
	en := plain(c.Row.Key)
	if zh, ok := shortRows[c.Row.Key]; ok {
		return Text{zh, en}
	}
	return Text{c.Row.Name(), en}
}

// columnText is the short name of a cell's column.
func columnText(c form.Cell) Text {
	return Text{c.Column.Label, plain(c.Column.Key)}
}

// cellText names a cell for a message.
func cellText(id string) Text {
	cell, ok := form.Find(id)
	if !ok {
		return Text{id, id}
	}
	return Text{cell.Name(), id}
}

// tableText names a table: 表三, table three.
func tableText(key string) Text {
	t := form.Of(form.Edition2021).Table(key)
	return Text{t.Name, t.English}
}

// tableOf names the table of a cell.
func tableOf(id string) Text {
	key, _, _ := strings.Cut(id, ".")
	return tableText(key)
}

// cellCount is a number of cells in English.
func cellCount(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

// named is how many cells a list names before it is cut short.
const named = 3

// CellList names the first of many cells; those of one row name it once:
// 表三“（一）予以公开”自然人、商业企业等12格.
func CellList(ids []string) Text {
	var names []Text
	row := ""
	for _, id := range ids[:min(len(ids), named)] {
		name := cellText(id)
		if end := strings.LastIndex(name.ZH, "”"); end > 0 {
			before := row
			if row = name.ZH[:end]; row == before {
				name.ZH = strings.TrimPrefix(name.ZH[end:], "”")
			}
		}
		names = append(names, name)
	}
	list := both(names, enumeration)
	if len(ids) > named {
		list.ZH += fmt.Sprintf("等%d格", len(ids))
		list.EN += " and others, " + cellCount(len(ids))
	}
	return list
}

// plain turns a key into words: denied.third_party is "denied: third party".
func plain(key string) string { return keyWords.Replace(key) }

var keyWords = strings.NewReplacer("_", " ", ".", ": ")

// both joins pieces of both languages.
func both(list []Text, separator Text) Text {
	var zh, en []string
	for _, t := range list {
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return Text{strings.Join(zh, separator.ZH), strings.Join(en, separator.EN)}
}

// enumeration separates the items of a list.
var enumeration = Text{"、", ", "}
