package corpus

import (
	"context"
	"iter"
	"slices"

	"gouji/parser"
	"gouji/validate"
)

// read reads the files and tells of each that it was read.
func (b *Batch) read(ctx context.Context, c chain, files iter.Seq[file]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for result := range b.run(ctx, c, files) {
			if b.Progress != nil {
				b.Progress()
			}
			if !yield(result) {
				return
			}
		}
	}
}

// checked reads everything, then checks the reports beside each other.
func (b *Batch) checked(ctx context.Context, c chain) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		set := validate.NewSet(b.Options)
		jobs := b.gather(ctx, c, set)
		failed := b.gatherPrevious(ctx, c, set)
		set.Link()
		for result := range b.inOrder(ctx, slices.Values(jobs)) {
			if !yield(result) {
				return
			}
		}
		for _, result := range append(failed, b.ofRegister(set)...) {
			if ctx.Err() != nil || !yield(result) {
				return
			}
		}
	}
}

// gather reads the reports of the batch into the set, and gives for each file
// the job of checking it. The document is let go: it is large, and was read.
func (b *Batch) gather(ctx context.Context, c chain, set *validate.Set) []job {
	var jobs []job
	for result := range b.read(ctx, c, b.files(b.Paths, b.Skipped)) {
		result.Document = nil
		check := func(context.Context, *Result) error { return nil }
		if result.Report != nil {
			index := set.Add(result.Report)
			check = func(_ context.Context, r *Result) error { r.Findings = set.Check(index); return nil }
		}
		jobs = append(jobs, job{result, check})
	}
	return jobs
}

// gatherPrevious reads the earlier reports into the set, and gives those that
// could not be read.
func (b *Batch) gatherPrevious(ctx context.Context, c chain, set *validate.Set) []Result {
	var failed []Result
	for result := range b.read(ctx, c, b.files(b.Previous, nil)) {
		if result.Err != nil {
			failed = append(failed, result)
			continue
		}
		set.AddPrevious(result.Report)
	}
	return failed
}

// ofRegister is what the run shows of the register, if anything.
func (b *Batch) ofRegister(set *validate.Set) []Result {
	findings := set.CheckRegister()
	if len(findings) == 0 {
		return nil
	}
	return []Result{{Source: parser.Source{Path: b.Options.Register.Path, Format: Register}, Findings: findings}}
}
