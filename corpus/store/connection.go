package store

import (
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// application and format stand in the head of the file: they say that a file is a
// store, and which version of schema.sql it has.
const (
	application = 0x676F756A // "gouj"
	format      = 1
)

//go:embed schema.sql
var schema string

// connection is the one connection to the file that a Store has. SQLite has one
// writer; a lock that is held between statements keeps a second process out, and
// readings can be looked up while a run is being written.
type connection struct {
	db   *sql.DB
	conn *sql.Conn
}

// connect opens a file; mode is ro, or rwc to write it and make it.
func connect(path, mode string) (*connection, error) {
	pragmas := url.Values{"mode": {mode}, "_pragma": {"locking_mode(EXCLUSIVE)", "synchronous(NORMAL)"}}
	if mode == "ro" {
		pragmas = url.Values{"mode": {mode}}
	}
	db, err := Database(path, pragmas)
	if err != nil {
		return nil, err
	}
	conn, err := db.Conn(background)
	if err != nil {
		return nil, errors.Join(named(err), db.Close())
	}
	return &connection{db, conn}, nil
}

// Database is the SQLite file at a path, whatever characters the path has. The
// options are those of the driver: mode, _pragma.
func Database(path string, options url.Values) (*sql.DB, error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") {
		full = "/" + full // C:/a
	}
	address := url.URL{Scheme: "file", Path: full, RawQuery: options.Encode()}
	return sql.Open("sqlite", address.String())
}

func (c *connection) close() error { return errors.Join(c.conn.Close(), c.db.Close()) }

func (c *connection) exec(statement string, args ...any) error {
	_, err := c.conn.ExecContext(background, statement, args...)
	return named(err)
}

func (c *connection) row(query string, args ...any) *sql.Row {
	return c.conn.QueryRowContext(background, query, args...)
}

// transaction does all or nothing.
func (c *connection) transaction(do func() error) error {
	if err := c.exec("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	if err := do(); err != nil {
		return errors.Join(err, c.exec("ROLLBACK"))
	}
	return c.exec("COMMIT")
}

// create makes the tables of an empty file.
func create(db *connection, name string) error {
	return db.transaction(func() error {
		return db.exec(fmt.Sprintf("PRAGMA %[1]s.application_id = %[2]d; PRAGMA %[1]s.user_version = %[3]d; %[4]s",
			name, application, format, strings.ReplaceAll(schema, "CREATE TABLE ", "CREATE TABLE "+name+".")))
	})
}

// named makes the errors of this package of those that SQLite gives for them.
func named(err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return err
	}
	switch failure.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrBusy
	case sqlite3.SQLITE_NOTADB:
		return ErrNotStore
	}
	return err
}
