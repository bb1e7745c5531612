package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"iter"

	"gouji/parser"
	"gouji/parser/document"
)

// Again is work on the content of a file that was read before, by the Batch's reader.
type Again func(ctx context.Context, r *parser.Reader, content []byte) error

// Reopen opens files that were read before, by their paths, and does work on each
// under the deadline of the batch, with its Jobs. The results come in the order of the
// files; Err says that a file is gone or another than it was, or what went wrong.
func (b *Batch) Reopen(ctx context.Context, files iter.Seq2[File, Again]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		reader := b.reader(b.jobs())
		defer closeSoon(chain{close: func() { reader.Close() }})
		b.inOrder(ctx, func(yield func(job) bool) {
			for f, work := range files {
				again := func(ctx context.Context, _ *Result) error { return b.again(ctx, f, reader, work) }
				if !yield(job{Result{Source: parser.Source{Path: f.Path, SHA256: f.SHA256}, file: f}, again}) {
					return
				}
			}
		})(yield)
	}
}

func (b *Batch) again(ctx context.Context, f File, r *parser.Reader, work Again) error {
	data, err := Bytes(f.Path, b.Limits)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != f.SHA256 {
		return document.Errorf(document.Unreadable, "文件在核对以后改动过")
	}
	return work(ctx, r, data)
}
