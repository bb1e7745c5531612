// Generate makes sample reports: files as offices publish them, each with its
// truth beside it in the facts notation.
//
//	go run ./corpus/samples/generate                   makes the samples of list.go anew
//	go run ./corpus/samples/generate -only year        those whose name contains year
//	go run ./corpus/samples/generate -n 3000 -out DIR  makes 3000 varied reports for load tests
//	go run ./corpus/samples/generate -n 1000 -years 3 -out DIR
//	                                                   those of 1000 organs for three successive years
//
// A report starts as figures drawn from a seed such that all identities of
// the form hold (figures.go); faults are put in (fault.go); prose is written
// that agrees with them (prose.go); the tables are laid out from the form
// (grid.go), written as DOCX (docx.go) or HTML (html.go), and turned to PDF by
// real programs (render.go). The truth (facts.go) is what the generator put
// in: it never passes through gouji's own readers.
//
// Adding a sample is adding one entry to list.go. The same entry gives the
// same bytes with the same versions of the programs, dates and ids stilled; only
// AES-256 draws a new key each time.
//
// DOCX and HTML need only Go. PDF needs these Debian packages: chromium,
// fonts-arphic-uming, fonts-noto-cjk, fonts-wqy-zenhei, ghostscript,
// libreoffice-writer-nogui, poppler-utils, qpdf. Nothing of it is needed to run or test gouji.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "corpus/samples", "folder to write to")
	only := flag.String("only", "", "make only the samples whose name contains this")
	count := flag.Int("n", 0, "make so many varied reports instead of the samples")
	seed := flag.Uint64("seed", 1, "first seed of the varied reports")
	years := flag.Int("years", 0, "with -n: the reports of n organs for so many successive years, carried over from each to the next")
	formats := flag.String("format", "docx,html", "formats of the varied reports: docx, html, pdf, browser-pdf, scan, photo")
	flag.Parse()
	list, err := kinds(*formats)
	samples := chosen(*only)
	switch {
	case err != nil:
	case *count > 0 && *years > 0:
		samples, err = successive(*count, *years, *seed, list)
	case *count > 0:
		samples = varied(*count, *seed, list)
	}
	if err == nil {
		err = generate(samples, *out)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// kinds are the formats of a list, each known.
func kinds(list string) ([]string, error) {
	names := strings.Split(list, ",")
	for _, name := range names {
		if _, known := renderers[name]; !known {
			return nil, fmt.Errorf("-format: no format %q", name)
		}
	}
	return names, nil
}

func chosen(part string) []Sample {
	var some []Sample
	for _, s := range samples {
		if strings.Contains(s.File, part) {
			some = append(some, s)
		}
	}
	return some
}

// batch is how many reports one run of LibreOffice gets.
const batch = 200

func generate(samples []Sample, out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	for len(samples) > 0 {
		n := min(batch, len(samples))
		if err := generateBatch(samples[:n], out); err != nil {
			return err
		}
		samples = samples[n:]
	}
	return nil
}

func generateBatch(samples []Sample, out string) error {
	var jobs []job
	for i := range samples {
		s := &samples[i]
		j := job{sample: s, report: newReport(s), path: filepath.Join(out, s.File)}
		if err := j.tell(); err != nil {
			return fmt.Errorf("%s: %w", s.File, err)
		}
		jobs = append(jobs, j)
	}
	return render(jobs)
}

// tell writes the facts beside the file.
func (j *job) tell() error {
	file, err := os.Create(j.path + ".facts")
	if err != nil {
		return err
	}
	if err := writeFacts(file, j.sample, j.report); err != nil {
		file.Close()
		return err
	}
	return file.Close()
}
