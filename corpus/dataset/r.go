package dataset

import (
	_ "embed"
	"fmt"
	"strings"

	"gouji/corpus/dataset/table"
)

//go:embed load.R
var loadR string

// rScript is a script that loads the dataset in R: base R is enough. What differs from dataset
// to dataset, the labels and kinds of columns, comes before the part that does not.
func rScript(tables []*table.Table) []byte {
	var b strings.Builder
	b.WriteString("# 由 gouji dataset 写出 / written by gouji dataset\n\n")
	fmt.Fprintf(&b, "gouji_missing <- c(%s)\n\n", rVector(missing))
	b.WriteString("gouji_columns <- list(\n")
	for i, t := range tables {
		fmt.Fprintf(&b, "  %s = list(\n", t.Name)
		rColumns(&b, t)
		fmt.Fprintf(&b, "  )%s\n", given(i < len(tables)-1, ","))
	}
	b.WriteString(")\n\n")
	b.WriteString(loadR)
	return []byte(b.String())
}

// rColumns tells the kind and label of the columns, and their categories. Those
// of figures come from figures.csv.
func rColumns(b *strings.Builder, t *table.Table) {
	var lines []string
	for _, c := range t.Columns {
		if c.Short != "" {
			continue
		}
		line := fmt.Sprintf("    %s = list(kind = %s, label = %s", c.Name, rText(kindNames[c.Kind]), rText(c.Label.ZH+" "+c.Label.EN))
		if c.Values != nil {
			line += ", values = c(" + rVector(c.Values) + ")"
		}
		lines = append(lines, line+")")
	}
	b.WriteString(strings.Join(lines, ",\n") + "\n")
}

// rVector is a vector of labels named by their values.
func rVector(list []table.Category) string {
	words := make([]string, len(list))
	for i, v := range list {
		words[i] = "`" + v.Value + "` = " + rText(v.Label.ZH+" "+v.Label.EN)
	}
	return strings.Join(words, ", ")
}

func rText(s string) string { return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"` }
