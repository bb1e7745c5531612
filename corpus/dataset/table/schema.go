package table

import "cmp"

// Schema is a table as Table Schema (Frictionless, version 1), with the labels of
// categories as version 2 writes them. https://specs.frictionlessdata.io/table-schema/
type Schema struct {
	Fields        []schemaField     `json:"fields"`
	MissingValues []string          `json:"missingValues"`
	PrimaryKey    []string          `json:"primaryKey,omitempty"`
	ForeignKeys   []schemaReference `json:"foreignKeys,omitempty"`
}

type schemaField struct {
	Name        string             `json:"name"`
	Type        string             `json:"type"`
	Title       string             `json:"title,omitempty"`
	Description string             `json:"description,omitempty"`
	Unit        string             `json:"unit,omitempty"`
	Categories  []schemaCategory   `json:"categories,omitempty"`
	Constraints *schemaConstraints `json:"constraints,omitempty"`
}

type schemaCategory struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

type schemaConstraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type schemaReference struct {
	Fields    []string     `json:"fields"`
	Reference schemaTarget `json:"reference"`
}

type schemaTarget struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

var schemaTypes = map[Kind]string{Words: "string", Integer: "integer", Number: "number", Boolean: "boolean"}

// Schema describes the table's columns to other programs.
func (t *Table) Schema() *Schema {
	s := &Schema{MissingValues: append([]string{""}, t.Missing...), PrimaryKey: t.Key}
	for _, c := range t.Columns {
		s.Fields = append(s.Fields, c.schema())
	}
	for _, r := range t.References {
		s.ForeignKeys = append(s.ForeignKeys, schemaReference{r.Columns, schemaTarget{r.Table, r.Key}})
	}
	return s
}

func (c *Column) schema() schemaField {
	f := schemaField{Name: c.Name, Type: schemaTypes[c.Kind], Title: both(c.Label), Description: both(c.About), Unit: c.Unit}
	limits := schemaConstraints{Required: c.Required}
	for _, v := range c.Values {
		limits.Enum = append(limits.Enum, v.Value)
		f.Categories = append(f.Categories, schemaCategory{v.Value, both(v.Label)})
	}
	if limits.Required || limits.Enum != nil {
		f.Constraints = &limits
	}
	return f
}

// both is a text in both languages.
func both(t Text) string {
	if t.ZH == "" || t.EN == "" || t.ZH == t.EN {
		return cmp.Or(t.ZH, t.EN)
	}
	return t.ZH + " / " + t.EN
}
