// Package workbook writes what a run of a batch found as one Excel file, for the
// office that goes through it unit by unit:
//
//	汇总      a row a report: read or not, errors, warnings, key figures
//	问题清单   a row a finding, consequences folded below their cause
//	三张表    all figures of all reports side by side, a row a report
//	变化      what became of the reports since the run before, if there was one
//	规则统计   how many reports break each rule
//	说明      what the colours mean, and what the file was made with
//
// The bargain. Nothing is judged here, and no figure is shown as sure that is not:
// a doubtful one is text with a question mark, so that no sum takes it in. Rows are
// streamed, so that memory stays flat however many reports there are; what goes
// beyond Excel's limits is left out and counted in 说明. The same run gives the same
// bytes. Text from reports is always text, never a formula.
package workbook

import (
	"context"
	"os"
	"path/filepath"

	"gouji/corpus"
	"gouji/corpus/store"
)

// Write writes the workbook of a run to a path. The file is there whole or not at all.
func Write(ctx context.Context, path string, s *store.Store, run *store.Run) error {
	return corpus.WriteWhole(path, func(file *os.File) error { return write(ctx, file, filepath.Dir(path), s, run) })
}

// write makes two passes over the results: what stands above the rows, counts and
// columns, must be known before the first of them.
func write(ctx context.Context, file *os.File, folder string, s *store.Store, run *store.Run) error {
	survey := newSurvey()
	if err := each(ctx, s, run, survey.add); err != nil {
		return err
	}
	book, err := newBook(run, survey, folder)
	if err != nil {
		return err
	}
	defer book.close()
	if err := each(ctx, s, run, book.add); err != nil {
		return err
	}
	if err := book.compare(s); err != nil {
		return err
	}
	return book.save(file)
}

// each hands over the results of a run until one fails.
func each(ctx context.Context, s *store.Store, run *store.Run, take func(corpus.Result) error) error {
	for result, err := range s.Results(run) {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = take(result)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
