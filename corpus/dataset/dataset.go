// Package dataset makes of the results of batches one dataset that a study can
// stand on and cite: tables with the provenance of every number, in formats that
// statistical programs read, with all that is needed to understand them beside.
//
//	summary, err := dataset.Write(ctx, "数据集", []store.Part{{Store: s, Run: run}}, dataset.Options{})
//
// The tables, in the order in which they refer to each other:
//
//	runs       a batch that was checked, with the program and the rules it had
//	rules      a rule that was in force in a run
//	units      an organ, as it is told apart over the years (package panel)
//	figures    a cell of the official forms: the codebook
//	rates      how a derived rate is worked out of figures
//	reports    a report, wide: a column for each cell
//	files      a file, read or not; the same content under two names is one report
//	cells      a cell of a report, long
//	report_rates  a rate of a report
//	sections   a part of a report's text (JSON lines, not CSV)
//	findings   what was found wrong with a file
//
// The bargain. A column without "doubtful" in its name holds only what is sure, so
// that sums, groups and joins are over what is sure; what was read but is doubtful
// stands beside it, with the reason. Nothing is imputed. A missing value says why it
// is missing: blank, dash, bad (no number), doubtful, absent (the report lacks the
// cell), unread (it may have it, but was read in part), not_in_form (its edition of the form has no such cell).
//
// The same stores and options give the same bytes: no time of day is kept.
// Reports are streamed; what is kept of each meanwhile is a few hundred bytes.
package dataset

import (
	"context"
	"errors"

	"gouji/corpus/dataset/panel"
	"gouji/corpus/store"
	"gouji/validate/register"
)

// Options are what the researcher adds. The zero Options are all right.
type Options struct {
	BOM      bool               // CSV begins with a byte order mark, for Excel
	Formats  []Format           // beside CSV; nil for all
	Register *register.Register // in place of those that the runs had
	Panel    []panel.Decision   // which names are one organ's
	// RegisterHash and PanelHash are the SHA-256 of the files of both, for the manifest.
	RegisterHash, PanelHash string
	Title                   string   // of the dataset; a plain one when empty
	Authors                 []string // who compiled it, for citations
	Program                 string   // version of the program
	Command                 []string // that was given, for the manifest
}

// Format is a format that the tables are written in beside CSV.
type Format string

// The formats.
const (
	Parquet Format = "parquet"
	SQLite  Format = "sqlite"
)

// Summary is what a dataset holds.
type Summary struct {
	Files, Reports, Unread int
	Cells, Doubtful        int
	Units, Duplicates      int
	Candidates             int // pairs of names that may be one organ's
	FirstYear, LastYear    int
	Programs               []string // that the runs were made with
	// Kept are files of an earlier dataset that a person may have changed: the new
	// ones lie beside them.
	Kept []string
}

// Write makes the dataset of the runs in a folder, in the order of the parts. What
// an earlier dataset left there is replaced when the new one is whole.
func Write(ctx context.Context, dir string, parts []store.Part, o Options) (*Summary, error) {
	index, err := newIndex(ctx, parts, o)
	if err != nil {
		return nil, err
	}
	to, err := createFolder(dir, o)
	if err != nil {
		return nil, err
	}
	if err := write(ctx, to, index); err != nil {
		return nil, errors.Join(err, to.discard())
	}
	return index.summary, to.finish(index.summary)
}

func write(ctx context.Context, to *folder, index *index) error {
	tables, err := openTables(to)
	if err != nil {
		return err
	}
	if err := tables.fill(ctx, index); err != nil {
		return err
	}
	if err := to.closeTables(); err != nil {
		return err
	}
	return to.describe(index)
}
