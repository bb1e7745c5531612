// Mutate damages the sample reports in thousands of ways and holds the program
// to its first promise: what it reads of a damaged file is what stood there, or
// is marked.
//
//	go run ./corpus/samples/mutate                     ten thousand mutants of corpus/samples
//	go run ./corpus/samples/mutate -n 200 FILE…        mutants of these files
//	go run ./corpus/samples/mutate -n 200 -timeout 4m corpus/scans/2022-brief.pdf
//	go run ./corpus/samples/mutate -only 4711 -keep /tmp/m   one mutant, written to look at
//
// A mutant is known by the seed and its number, and the same on every machine.
// Each is read and checked as every file is, by corpus.Batch, and compared with
// the report of the file as it was; outcome.go has the classes of the result. It
// prints a line for each figure that is silently another, and a table of counts
// by format and by kind of damage. It ends with status 1 when a mutant crashed
// the program or outlived its deadline.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"time"

	"gouji/parser/document"
)

// samples, each with its facts, and twins, OFD files, are damaged unless others are
// named; scans, which take seconds each, are not among them.
const (
	samples = "corpus/samples"
	twins   = "corpus/twins/*.ofd"
)

func main() {
	log.SetFlags(0)
	seed := flag.Uint64("seed", 1, "of the random numbers")
	count := flag.Int("n", 10_000, "how many mutants")
	only := flag.Int("only", -1, "the number of the one mutant to make")
	keep := flag.String("keep", "", "a folder for the mutants that are silently wrong, crash or hang")
	all := flag.Bool("all", false, "a line for each mutant")
	timeout := flag.Duration("timeout", deadline, "for one file: scans need more")
	inside := flag.Bool("inside", false, "damage what is packed and pack it again with right checksums")
	flag.Parse()
	deadline = *timeout
	originals, err := load(flag.Args())
	if err != nil {
		log.Fatal(err)
	}
	start := time.Now()
	run := &trial{seed: *seed, inside: *inside, keep: *keep, all: *all, originals: originals}
	if *only >= 0 {
		run.numbers(*only, *only+1)
	} else {
		run.numbers(0, *count)
	}
	run.print()
	fmt.Printf("%d mutants of %d files in %.0f s; peak memory %s\n", run.made, len(originals.files), time.Since(start).Seconds(), peakMemory())
	if run.crashed() {
		os.Exit(1)
	}
}

// original is a sample with its report.
type original struct {
	name string
	data []byte
	seen
}

// stock is the samples, those of one format together: each format is damaged as
// often as every other, however many samples it has.
type stock struct {
	files   []*original
	formats []document.Format
	of      map[document.Format][]*original
}

// load reads the samples; no paths means all that are committed.
func load(paths []string) (*stock, error) {
	if len(paths) == 0 {
		facts, err := filepath.Glob(filepath.Join(samples, "*.facts"))
		if err != nil || len(facts) == 0 {
			return nil, fmt.Errorf("no samples in %s: run this from the root of the repository", samples)
		}
		for _, name := range facts {
			paths = append(paths, name[:len(name)-len(".facts")])
		}
		ofd, err := filepath.Glob(twins)
		if err != nil {
			return nil, err
		}
		paths = append(paths, ofd...)
	}
	s := &stock{of: map[document.Format][]*original{}}
	for _, path := range paths {
		if err := s.add(path); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func (s *stock) add(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	o := &original{name: filepath.Base(path), data: data}
	o.seen = readAll([][]byte{data})[0]
	if o.result.Err != nil {
		return fmt.Errorf("%s: %w", path, o.result.Err)
	}
	format := o.result.Source.Format
	if !slices.Contains(s.formats, format) {
		s.formats = append(s.formats, format)
	}
	s.of[format] = append(s.of[format], o)
	s.files = append(s.files, o)
	return nil
}
