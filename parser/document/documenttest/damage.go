// Package documenttest holds readers to their bargain with damaged files: a
// document, or an error of a known kind; no crash and no hang. It also packs the
// archives that tests read.
package documenttest

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"gouji/parser/document"
)

// Read is a reader with its limits.
type Read func(context.Context, []byte) (*document.Document, error)

// deadline is far above what any file may take.
const deadline = 10 * time.Second

// Sound reads a file: it gives a document, or an error of a known kind, in time.
func (read Read) Sound(t *testing.T, data []byte) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), deadline)
	defer cancel()
	d, err := read(ctx, data)
	var known *document.Error
	switch {
	case err == nil && d == nil, err != nil && !errors.As(err, &known):
		t.Fatalf("no document and no known error: %v", err)
	case known != nil && known.Kind == document.Timeout:
		t.Fatal("timeout")
	}
}

// SoundWhenDamaged reads so many damaged copies of a file, the same every time:
// some bytes are others, and one file in four is cut off.
func (read Read) SoundWhenDamaged(t *testing.T, whole []byte, copies int) {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	for range copies {
		data := bytes.Clone(whole)
		for range random.IntN(20) {
			data[random.IntN(len(data))] = byte(random.IntN(256))
		}
		if random.IntN(4) == 0 {
			data = data[:random.IntN(len(data))]
		}
		read.Sound(t, data)
	}
}
