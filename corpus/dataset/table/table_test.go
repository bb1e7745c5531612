package table_test

import (
	"bytes"
	"database/sql"
	"encoding/csv"
	"encoding/json"
	"math"
	"path/filepath"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/corpus/dataset/table"
)

// letters has columns out of the order of the alphabet, of every kind.
var letters = &table.Table{Name: "letters", Key: []string{"z"}, Missing: []string{"blank"}, Columns: []table.Column{
	{Name: "z", Required: true}, {Name: "c", Kind: table.Integer}, {Name: "b.b", Short: "b_b", Kind: table.Number}, {Name: "a", Kind: table.Boolean}}}

// lines are rows with all that makes readers stumble.
var lines = [][]table.Value{
	{table.String("他说“a, \"b\"”\n换行"), table.Int(-3), table.Float(0.1), table.Bool(true)},
	{table.String("bad\xff\x00\r"), table.Positive(0), table.None("blank"), table.Bool(false)},
	{table.String("end"), table.Value{}, table.Float(math.NaN()), table.Value{}},
}

func fill(t *testing.T, w table.Writer) {
	t.Helper()
	for _, row := range lines {
		require.NoError(t, w.Write(row))
	}
	require.NoError(t, w.Close())
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	fill(t, table.NewCSV(&out, letters, true))
	assert.True(t, bytes.HasPrefix(out.Bytes(), []byte("\uFEFFz,c,b.b,a\n")))
	rows, err := csv.NewReader(&out).ReadAll()
	require.NoError(t, err)
	assert.Equal(t, [][]string{
		{"他说“a, \"b\"”\n换行", "-3", "0.1", "true"},
		{"bad\uFFFD  ", "", "blank", "false"}, // the reason stands in the cell
		{"end", "", "", ""}}, rows[1:])
}

func TestJSONLines(t *testing.T) {
	var out bytes.Buffer
	fill(t, table.NewLines(&out, letters))
	assert.Contains(t, out.String(), `{"z":"bad`+"\uFFFD"+`  ","c":null,"b.b":null,"a":false}`)
	for line := range bytes.Lines(out.Bytes()) {
		assert.True(t, json.Valid(line), string(line))
	}
}

func TestParquet(t *testing.T) {
	var out bytes.Buffer
	fill(t, table.NewParquet(&out, letters))
	f, err := parquet.OpenFile(bytes.NewReader(out.Bytes()), int64(out.Len()))
	require.NoError(t, err)
	var names []string
	for _, field := range f.Schema().Fields() {
		names = append(names, field.Name())
	}
	assert.Equal(t, []string{"z", "c", "b.b", "a"}, names, "the columns keep their order")
	type row struct {
		Z string   `parquet:"z,optional"`
		C *int64   `parquet:"c,optional"`
		B *float64 `parquet:"b.b,optional"`
		A *bool    `parquet:"a,optional"`
	}
	rows, err := parquet.Read[row](bytes.NewReader(out.Bytes()), int64(out.Len()))
	require.NoError(t, err)
	require.Len(t, rows, 3)
	assert.Equal(t, "他说“a, \"b\"”\n换行", rows[0].Z)
	assert.Equal(t, []any{int64(-3), 0.1, true}, []any{*rows[0].C, *rows[0].B, *rows[0].A})
	assert.Equal(t, row{Z: "end"}, rows[2])
	assert.Nil(t, rows[1].B, "why is in CSV alone")
}

func TestSQLite(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a?b.sqlite")
	s, err := table.CreateSQLite(path)
	require.NoError(t, err)
	w, err := s.Table(letters)
	require.NoError(t, err)
	fill(t, w)
	require.NoError(t, s.Close())
	assert.FileExists(t, path)

	s, err = table.CreateSQLite(filepath.Join(t.TempDir(), "c.sqlite"))
	require.NoError(t, err)
	w, err = s.Table(letters)
	require.NoError(t, err)
	require.NoError(t, w.Write(lines[0]))
	assert.Error(t, w.Write(lines[0]), "the key tells rows apart")
	require.NoError(t, w.Close())
	require.NoError(t, s.Close())

	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(filepath.Dir(path))+"/a%3fb.sqlite?mode=ro")
	require.NoError(t, err)
	defer db.Close()
	var z string
	var nulls int
	require.NoError(t, db.QueryRow(`SELECT z, (SELECT count(*) FROM letters WHERE "b.b" IS NULL) FROM letters WHERE c = -3 AND "b.b" = 0.1 AND a = 1`).Scan(&z, &nulls))
	assert.Equal(t, "他说“a, \"b\"”\n换行", z)
	assert.Equal(t, 2, nulls)
}

// The schema is what frictionless reads: types, reasons of missing, keys, categories.
func TestSchema(t *testing.T) {
	kind := table.Column{Name: "kind", Values: []table.Category{{Value: "a", Label: table.Text{ZH: "甲", EN: "A"}}}}
	described := &table.Table{Name: "t", Key: []string{"id"}, Missing: []string{"blank"}, Columns: []table.Column{{Name: "id", Required: true, Kind: table.Integer}, kind},
		References: []table.Reference{{Columns: []string{"kind"}, Table: "kinds", Key: []string{"id"}}}}
	data, err := json.Marshal(described.Schema())
	require.NoError(t, err)
	assert.JSONEq(t, `{"fields": [
		{"name": "id", "type": "integer", "constraints": {"required": true}},
		{"name": "kind", "type": "string", "constraints": {"enum": ["a"]}, "categories": [{"value": "a", "label": "甲 / A"}]}],
		"missingValues": ["", "blank"], "primaryKey": ["id"],
		"foreignKeys": [{"fields": ["kind"], "reference": {"resource": "kinds", "fields": ["id"]}}]}`, string(data))
}
