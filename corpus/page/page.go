// Package page writes a run of gouji batch as one HTML file that people look at: an
// overview with filters and charts, and for each report a page with its findings, the
// pages of the file with boxes on the cells at fault, and the three tables as they were
// read, each linked with the others.
//
//	err := page.Write(ctx, "结果/第1次核对.html", s, run, page.Options{Batch: batch})
//
// The bargain. The file stands for itself: it works from the disk, asks the network for
// nothing, which its Content-Security-Policy forbids, and runs no script but its own.
// What strangers wrote, in reports and names of files, is data and never markup: it
// stands as JSON in script elements of no executable type, and the scripts put it on the
// screen as text alone. What the reader was not sure of is marked wherever it is shown.
// Pages are drawn only where there is something to look at, and no more of them than
// Options says; the overview tells how many were left out. The same run over the same
// files gives the same bytes.
//
// The way of the data: a Result becomes a head (head.go), all that the overview shows of
// it, and a report (report.go, table.go), all of its own page; forms.go has the official
// tables that they are drawn by, rates.go the years. Both are written as they come; pages
// are drawn afterwards (album.go, picture.go), when it is known which matter most. The
// scripts, in web/, are read in the order of their names in assets.go.
package page

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/parser/form"
)

// Options of Write; the zero value is useful.
type Options struct {
	// Pictures is the room for pages of the files; 0 is DefaultPictures.
	Pictures Pictures
	// Progress, if any, is called after each of all the files whose pages are drawn.
	Progress func(done, all int)
	// Batch opens the files again: its Jobs, Limits, Passwords and Reader count.
	Batch corpus.Batch
}

// mostText bounds the bytes of the reports' own pages, some 4 KB each; reports without
// findings get no more than half. A browser opens a file of this size.
const mostText = 200 << 20

// Write writes the page of a run. The file appears when it is whole.
func Write(ctx context.Context, path string, s *store.Store, run *store.Run, o Options) error {
	if o.Pictures == 0 {
		o.Pictures = DefaultPictures
	}
	if o.Progress == nil {
		o.Progress = func(int, int) {}
	}
	return corpus.WriteWhole(path, func(f *os.File) error {
		w := &writer{folder: filepath.Dir(path), out: bufio.NewWriterSize(f, 1<<20), options: o, rates: rater{}, whole: whole{
			Number: run.Number, Program: run.Program, Command: run.Command, Forms: sheets(), Rules: map[string]card{}, Reports: []head{},
		}}
		return w.write(ctx, s, run)
	})
}

// whole is what the page knows of the run.
type whole struct {
	Number  int                      `json:"number"`
	Program string                   `json:"program"`
	Command []string                 `json:"command"`
	Rules   map[string]card          `json:"rules"` // those with findings, by id
	Forms   map[form.Edition][]sheet `json:"forms"`
	Reports []head                   `json:"reports"`
	Rates   *rates                   `json:"rates,omitempty"` // of several years
	Left    left                     `json:"left"`            // pages that had no room
	Drawn   bool                     `json:"drawn"`           // pages were to be drawn
}

// writer writes one page. An error of out is given by its Flush.
type writer struct {
	folder  string // that the page lies in
	out     *bufio.Writer
	options Options
	whole   whole
	rates   rater
	text    int // bytes of reports' own pages so far
	draw    []sitting
}

func (w *writer) write(ctx context.Context, s *store.Store, run *store.Run) error {
	w.out.WriteString(top(run.Number))
	for result, err := range s.Results(run) {
		if err = errors.Join(err, ctx.Err()); err != nil {
			return err
		}
		if err := w.add(run, result); err != nil {
			return err
		}
	}
	if w.whole.Drawn = w.options.Pictures > 0; w.whole.Drawn {
		var err error
		if w.whole.Left, err = w.drawAll(ctx, w.draw); err != nil {
			return err
		}
	}
	w.whole.Rates = w.rates.rates()
	data, err := json.Marshal(w.whole)
	if err != nil {
		return err
	}
	w.element("run", data)
	w.out.WriteString(bottom())
	return w.out.Flush()
}

// add writes one file's own page and keeps its head.
func (w *writer) add(run *store.Run, r corpus.Result) error {
	h, detail := headOf(r), reportOf(r)
	detail.File = fileOf(w.folder, r.Source)
	w.rates.add(r.Report)
	for _, f := range r.Findings {
		w.whole.Rules[f.Rule] = cardOf(run.Card(f))
	}
	data, err := json.Marshal(detail)
	if err != nil {
		return fmt.Errorf("%s: %w", r.Source.Path, err)
	}
	number := len(w.whole.Reports)
	if h.Detail = w.roomFor(&h, len(data)); h.Detail {
		w.text += len(data)
		w.script("report", number, data)
		if len(detail.Pages) > 0 {
			w.draw = append(w.draw, sitting{number, h.weight(), corpus.File{Path: r.Source.Path, SHA256: r.Source.SHA256}, detail.Pages})
		}
	}
	w.whole.Reports = append(w.whole.Reports, h)
	return nil
}

func (w *writer) roomFor(h *head, bytes int) bool {
	if h.remarkable() {
		return w.text+bytes <= mostText
	}
	return w.text+bytes <= mostText/2
}

// script writes a report's data: an element that the scripts find by its id.
func (w *writer) script(kind string, number int, data []byte) {
	w.element(fmt.Sprintf("%s-%d", kind, number), data)
}

// element writes data that json.Marshal gave: it escapes what would end the element.
func (w *writer) element(id string, data []byte) {
	fmt.Fprintf(w.out, `<script type="application/json" id="%s">`, id)
	w.out.Write(data)
	w.out.WriteString("</script>\n")
}
