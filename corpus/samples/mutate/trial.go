package main

import (
	"context"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"gouji/corpus"
	"gouji/validate"
)

const chunk = 20 // mutants that are read by one batch: scans take minutes

// deadline of one file: far above what any sample takes, on any machine.
var deadline = 20 * time.Second

// trial is one run over many mutants.
type trial struct {
	seed      uint64
	inside    bool
	keep      string
	all       bool // tell of every mutant
	originals *stock

	made  int
	tally tally
}

// mutant is a damaged file.
type mutant struct {
	number   int
	of, with *original // the file, and the one that some damages mix it with
	mutation string
	data     []byte
}

// numbers makes, reads and judges the mutants from one number to before another.
func (t *trial) numbers(from, to int) {
	for ; from < to; from += chunk {
		var mutants []mutant
		var files [][]byte
		for number := from; number < min(from+chunk, to); number++ {
			if m := t.mutant(number); m.data != nil {
				mutants, files = append(mutants, m), append(files, m.data)
			}
		}
		for i, after := range readAll(files) {
			t.judge(&mutants[i], &after)
		}
	}
}

// mutant makes the one of the number.
func (t *trial) mutant(number int) mutant {
	r := rand.New(rand.NewPCG(t.seed, uint64(number)))
	group := t.originals.of[t.originals.formats[number%len(t.originals.formats)]]
	of, other := group[r.IntN(len(group))], group[r.IntN(len(group))]
	kinds := mutations
	if of.result.Report.Recognised {
		kinds = append(slices.Clone(kinds), pictureMutations...)
	}
	m := kinds[r.IntN(len(kinds))]
	if t.inside {
		return mutant{number, of, other, m.name, damageInside(r, m, of.data, other.data)}
	}
	return mutant{number, of, other, m.name, m.do(r, of.data, other.data)}
}

func (t *trial) judge(m *mutant, after *seen) {
	t.made++
	result, details := judge(&m.of.seen, after)
	if other, _ := judge(&m.with.seen, after); other > result {
		result = other // the file of the two that is left is read as it was
	}
	t.tally.count(m, after, result)
	if result > found && result != lost && !t.all {
		return
	}
	fmt.Printf("%s: mutant %d of %s, %s:%.300s\n", outcomeNames[result], m.number, m.of.name, m.mutation, details)
	if t.keep != "" && (result <= found || result == lost) {
		if err := os.WriteFile(filepath.Join(t.keep, fmt.Sprintf("%d-%s", m.number, m.of.name)), m.data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

func (t *trial) crashed() bool { return t.tally.total[crashed]+t.tally.total[hung] > 0 }

func (t *trial) print() { t.tally.print() }

// readAll reads the files by the program's own batch, and checks each by itself.
func readAll(files [][]byte) []seen {
	folder, err := os.MkdirTemp("", "mutants")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(folder)
	var paths []string
	for i, data := range files {
		paths = append(paths, filepath.Join(folder, fmt.Sprint(i)))
		if err := os.WriteFile(paths[i], data, 0o644); err != nil {
			log.Fatal(err)
		}
	}
	var all []seen
	batch := &corpus.Batch{Paths: paths, Unjudged: true, Timeout: deadline, Log: os.Stderr, Jobs: 1}
	for result := range batch.Results(context.Background()) {
		result.Document = nil
		all = append(all, checked(result))
	}
	return all
}

// checked is the result with what the rules find in it.
func checked(result corpus.Result) (s seen) {
	s.result = result
	if result.Report == nil {
		return s
	}
	defer func() { s.panicked = recover() }()
	s.findings = validate.Run(result.Report)
	return s
}

// peakMemory is the most that this process has had, where the system tells.
func peakMemory() string {
	status, _ := os.ReadFile("/proc/self/status")
	_, after, ok := strings.Cut(string(status), "VmHWM:")
	if !ok {
		return "unknown"
	}
	line, _, _ := strings.Cut(after, "\n")
	return strings.TrimSpace(line)
}
