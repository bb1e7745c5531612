package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	webpage "gouji/corpus/page"
	"gouji/corpus/store"
	"gouji/corpus/workbook"
)

// output is a file that a batch writes for people beside its store.
type output struct {
	name  string // of the file, with %d for the number of the run
	write func(ctx context.Context, path string, s *store.Store, run *store.Run) error
}

// outputs are written of every run.
func (s *season) outputs() []output {
	return []output{
		{"第%d次核对.xlsx", workbook.Write},
		{"第%d次核对.html", s.writePage},
	}
}

// writePage writes the page that people look at.
func (s *season) writePage(ctx context.Context, path string, st *store.Store, run *store.Run) error {
	var bar *progress
	drawn := func(done, all int) {
		if done == 1 {
			bar = s.p.counting(all, s.p.say("画原件的页面", "drawing pages"))
		}
		bar.step()
	}
	err := webpage.Write(ctx, path, st, run, webpage.Options{Pictures: webpage.Pictures(s.pictures), Progress: drawn, Batch: *s.batch})
	bar.finish()
	return err
}

// publish writes the files of the run that are not there yet. The name has the
// run's number, so that a file in which somebody has made notes is never replaced.
func (s *season) publish() error {
	for _, o := range s.outputs() {
		path := filepath.Join(s.out, fmt.Sprintf(o.name, s.run.Number))
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err := o.write(context.Background(), path, s.store, s.run); err != nil {
			return fmt.Errorf("%s：%w", path, err)
		}
		s.p.notice("写出 %s", "wrote %s", path)
	}
	return nil
}
