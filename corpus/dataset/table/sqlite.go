package table

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"strings"

	"gouji/corpus/store"
)

// SQLite is a new SQLite file that tables are written to, side by side.
type SQLite struct {
	db *sql.DB
	tx *sql.Tx
}

// CreateSQLite makes a file, which must not be there. All is one transaction and
// without a journal: a file that was cut short is written anew.
func CreateSQLite(path string) (*SQLite, error) {
	db, err := store.Database(path, url.Values{"mode": {"rwc"}, "_pragma": {"journal_mode(OFF)", "synchronous(OFF)", "cache_size(-32768)"}})
	if err != nil {
		return nil, err
	}
	tx, err := db.Begin()
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &SQLite{db, tx}, nil
}

// Table adds a table.
func (s *SQLite) Table(t *Table) (Writer, error) {
	if _, err := s.tx.Exec(definition(t)); err != nil {
		return nil, err
	}
	marks := strings.TrimSuffix(strings.Repeat("?,", len(t.Columns)), ",")
	insert, err := s.tx.Prepare("INSERT INTO " + quoted(t.Name) + " VALUES (" + marks + ")")
	if err != nil {
		return nil, err
	}
	return &sqliteWriter{insert, make([]any, len(t.Columns))}, nil
}

// Close ends the file.
func (s *SQLite) Close() error { return errors.Join(s.tx.Commit(), s.db.Close()) }

type sqliteWriter struct {
	insert *sql.Stmt
	row    []any
}

func (w *sqliteWriter) Write(row []Value) error {
	for i, v := range row {
		w.row[i] = v.sqlite()
	}
	_, err := w.insert.ExecContext(context.Background(), w.row...)
	return err
}

func (w *sqliteWriter) Close() error { return w.insert.Close() }

func (v Value) sqlite() any {
	switch {
	case !v.known:
		return nil
	case v.kind == Words:
		return v.text
	case v.kind == Number:
		return v.number
	}
	return int64(v.number)
}

// definition is the statement that makes the table.
func definition(t *Table) string {
	var lines []string
	for _, c := range t.Columns {
		line := quoted(c.Name) + " " + sqliteTypes[c.Kind]
		if c.Required {
			line += " NOT NULL"
		}
		lines = append(lines, line)
	}
	if len(t.Key) > 0 {
		lines = append(lines, "PRIMARY KEY ("+quotedList(t.Key)+")")
	}
	for _, r := range t.References {
		lines = append(lines, "FOREIGN KEY ("+quotedList(r.Columns)+") REFERENCES "+quoted(r.Table)+" ("+quotedList(r.Key)+")")
	}
	return "CREATE TABLE " + quoted(t.Name) + " (\n  " + strings.Join(lines, ",\n  ") + "\n)"
}

var sqliteTypes = map[Kind]string{Words: "TEXT", Integer: "INTEGER", Number: "REAL", Boolean: "INTEGER"}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func quotedList(names []string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = quoted(name)
	}
	return strings.Join(list, ", ")
}
