// Shapes writes parser/scan/shapes.bin.gz: the net that tells digits by their
// shapes, taught with the fonts that are given, files or folders of TrueType and
// OpenType fonts.
//
//	go run ./parser/scan/shapes -out parser/scan/shapes.bin.gz /usr/share/fonts
//	go run ./parser/scan/shapes -out /dev/null -held 5 /usr/share/fonts
//
// The second keeps every fifth font from the net and tells how many signs of it
// are told right. Numbers are printed in all of them, and scanned well and badly
// (print.go); the net sees the signs as the reader does.
//
// The same fonts give the same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"log"
	"math/rand/v2"
	"os"
	"slices"

	"gouji/parser/scan"
	"gouji/parser/scan/perceptron"
)

func main() {
	log.SetFlags(0)
	out := flag.String("out", "parser/scan/shapes.bin.gz", "file to write")
	lines := flag.Int("lines", 600, "lines of print in each font")
	held := flag.Int("held", 0, "keep every so many-th font from the net and try it with them")
	hidden := flag.Int("hidden", 64, "units of the hidden layer")
	rounds := flag.Int("rounds", 15, "how often each sign is shown")
	flag.Parse()
	learn, try := printed(fontsOf(flag.Args()), *lines, *held)
	log.Printf("%d signs to learn, %d to try", len(learn), len(try))
	net := perceptron.Lesson{Hidden: *hidden, Classes: len(scan.Signs) + 1, Rounds: *rounds, Seed: 1}.Learn(learn)
	tell("learned", net, learn)
	tell("held back", net, try)
	if err := write(*out, net); err != nil {
		log.Fatal(err)
	}
}

// printed are the signs of all fonts, those held back apart.
func printed(fonts []typeface, lines, held int) (learn, try []perceptron.Example) {
	for i, f := range fonts {
		p := &press{typeface: f, random: rand.New(rand.NewPCG(uint64(i), 0))}
		examples := p.examples(lines)
		log.Printf("%s: %d signs", f.name, len(examples))
		if held > 0 && i%held == held-1 {
			try = append(try, examples...)
		} else {
			learn = append(learn, examples...)
		}
	}
	return learn, try
}

// tell says how sure the net is, and how often wrong when it is.
func tell(name string, net *perceptron.Net, examples []perceptron.Example) {
	for _, least := range []float32{0, 0.9, 0.97, 0.99} {
		sure, wrong := 0, 0
		for _, e := range examples {
			list := net.Probabilities(e.Input)
			most := slices.Max(list)
			best := slices.Index(list, most)
			if most < least || best == len(scan.Signs) {
				continue
			}
			sure++
			if best != e.Class {
				wrong++
			}
		}
		log.Printf("%s: of %d signs %d are told at %.2f, %d wrong", name, len(examples), sure, least, wrong)
	}
}

func write(path string, net *perceptron.Net) error {
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := net.Write(w); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, packed.Bytes(), 0o644)
}
