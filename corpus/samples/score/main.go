// Score reads the reports of a folder and compares every figure with the truth
// beside it, FILE.facts, as the generator of samples writes it:
//
//	go run ./corpus/samples/generate -n 20 -seed 900 -format scan -out /tmp/scans
//	go run ./corpus/samples/score /tmp/scans
//	go run ./corpus/samples/score /tmp/scans/000900.pdf
//
// It prints a line for each file that is not all right, with the figures that
// are wrong, and the sums. Wrong and not marked doubtful is the worst: then it
// ends with status 1.
package main

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"gouji/corpus"
	"gouji/parser"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 {
		log.Fatal("usage: score FILE-OR-FOLDER…")
	}
	start := time.Now()
	batch := &corpus.Batch{Paths: filesOf(os.Args[1:]), Unjudged: true}
	all := score{}
	for result := range batch.Results(context.Background()) {
		one := compare(&result)
		if one.details != "" {
			fmt.Printf("%s: %s%s\n", filepath.Base(result.Source.Path), one, one.details)
		}
		all.add(one)
	}
	fmt.Printf("%s, %.1f s a page on %d processors\n", all, time.Since(start).Seconds()/float64(max(all.pages, 1)), runtime.NumCPU())
	if all.silent > 0 {
		os.Exit(1)
	}
}

// filesOf are the files that have their truth beside them.
func filesOf(paths []string) []string {
	var list []string
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			list = append(list, path)
			continue
		}
		facts, err := filepath.Glob(filepath.Join(path, "*.facts"))
		if err != nil {
			log.Fatal(err)
		}
		for _, name := range facts {
			list = append(list, strings.TrimSuffix(name, ".facts"))
		}
	}
	return list
}

// score counts the figures of a report, or of many.
type score struct {
	pages, figures         int
	right, sure            int // sure: right, and not marked doubtful
	silent, doubt, missing int // wrong without a mark, wrong with one, not there
	phantom                int // there, and not in the truth
	identity               int // organ, year or template wrong
	unmarked, timid        int // of those, not marked doubtful; and marked, though right
	details                string
}

func (s score) String() string {
	return fmt.Sprintf("%d figures: right %.2f %% (%d sure), silently wrong %d, doubtful and wrong %d, missing %d, phantom %d; organ, year, template wrong %d (%d unmarked), doubted though right %d",
		s.figures, 100*float64(s.right)/float64(max(s.figures, 1)), s.sure, s.silent, s.doubt, s.missing, s.phantom, s.identity, s.unmarked, s.timid)
}

func (s *score) add(o score) {
	s.pages, s.figures, s.right, s.sure = s.pages+o.pages, s.figures+o.figures, s.right+o.right, s.sure+o.sure
	s.silent, s.doubt, s.missing = s.silent+o.silent, s.doubt+o.doubt, s.missing+o.missing
	s.phantom, s.identity = s.phantom+o.phantom, s.identity+o.identity
	s.unmarked, s.timid = s.unmarked+o.unmarked, s.timid+o.timid
}

func (s *score) tell(format string, args ...any) { s.details += "\n  " + fmt.Sprintf(format, args...) }

func compare(result *corpus.Result) score {
	facts, err := os.ReadFile(result.Source.Path + ".facts")
	if err != nil {
		log.Fatal(err)
	}
	truth, err := parser.ReadFacts(bytes.NewReader(facts))
	if err != nil {
		log.Fatal(err)
	}
	s, got := score{pages: result.Source.Pages, figures: len(truth.Figures)}, result.Report
	if result.Err != nil {
		s.missing = s.figures
		s.tell("%v", result.Err)
		return s
	}
	s.name(truth.Organ, got.Organ, got.OrganDoubt)
	s.name(fmt.Sprint(truth.Year), fmt.Sprint(got.Year), got.YearDoubt)
	s.name(truth.Template, got.Template, got.TemplateDoubt)
	for i := range truth.Figures {
		s.figure(&truth.Figures[i], got.Figure(truth.Figures[i].ID))
	}
	for i := range got.Figures {
		if f := &got.Figures[i]; truth.Figure(f.ID) == nil {
			s.phantom++
			s.tell("phantom %s %q", f.ID, f.Raw)
		}
	}
	return s
}

// name compares what tells whose report it is; doubt says why it is not sure.
func (s *score) name(truth, got, doubt string) {
	switch {
	case truth == got:
		if doubt != "" {
			s.timid++
		}
		return
	case doubt == "":
		s.unmarked++
	}
	s.identity++
	s.tell("%s read as %q %s", truth, got, doubt)
}

func (s *score) figure(truth, got *parser.Figure) {
	switch {
	case got == nil:
		s.missing++
		s.tell("missing %s", truth.ID)
	case got.State == truth.State && got.Value == truth.Value:
		s.right++
		if got.Doubt == "" {
			s.sure++
		}
	case got.Doubt == "":
		s.silent++
		s.tell("SILENT %s %q: %s %q", truth.ID, truth.Raw, got.State, got.Raw)
	default:
		s.doubt++
		s.tell("%s %q: %s %q %s", truth.ID, truth.Raw, got.State, got.Raw, got.Doubt)
	}
}
