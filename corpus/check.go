package corpus

import (
	"context"
	"iter"
	"slices"

	"gouji/parser"
	"gouji/parser/document"
	"gouji/validate"
)

// Readings are the files of a batch after they were read, and before they are
// checked beside each other.
type Readings struct {
	batch  *Batch
	set    *validate.Set
	files  []File
	jobs   []job    // of checking the files of the batch itself
	failed []Result // earlier reports that could not be read
	err    error    // the Cache's
}

// Read reads all files of the batch. The error is the Cache's, or the context's.
func (b *Batch) Read(ctx context.Context) (*Readings, error) {
	c := b.open(b.jobs())
	c.cache, c.keys, c.retry = b.Cache, len(b.Passwords) > 0, b.Retry
	defer closeSoon(c)
	return b.readAll(ctx, c)
}

func (b *Batch) readAll(ctx context.Context, c chain) (*Readings, error) {
	b.Skipped = map[string]int{}
	r := &Readings{batch: b, set: validate.NewSet(b.Options)}
	for result := range b.read(ctx, c, b.inputs()) {
		r.add(result)
		if r.err != nil {
			return nil, r.err
		}
	}
	return r, ctx.Err()
}

// read reads the files and tells of each that it was read.
func (b *Batch) read(ctx context.Context, c chain, files iter.Seq[file]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		for result := range b.run(ctx, c, files) {
			if b.Progress != nil {
				b.Progress(result)
			}
			if !yield(result) {
				return
			}
		}
	}
}

// inputs are the files to read, those that are only compared with last.
func (b *Batch) inputs() iter.Seq[file] {
	return func(yield func(file) bool) {
		if b.Files != nil {
			b.given(yield)
			return
		}
		position := 0
		give := func(f file) bool {
			f.Position = position
			position++
			if !b.Shard.has(f.Position) {
				f.pass()
				return true
			}
			return yield(f)
		}
		for f := range b.files(b.Paths, b.Skipped) {
			if !give(f) {
				return
			}
		}
		for f := range b.files(b.Previous, nil) {
			if f.Previous = true; !give(f) {
				return
			}
		}
	}
}

func (b *Batch) given(yield func(file) bool) {
	for _, f := range b.Files {
		load := func() ([]byte, *document.Error) { return nil, f.Err }
		if !yield(file{File: f, load: load}) {
			return
		}
	}
}

// add takes in a file that was read: its report into the set, and what is to be
// done for it. The document is let go: it is large, and was read.
func (r *Readings) add(result Result) {
	result.Document = nil
	f := result.file
	f.SHA256, f.Err = result.Source.SHA256, result.Err
	r.files = append(r.files, f)
	if cache := r.batch.Cache; cache != nil && !result.kept {
		r.err = cache.Put(result)
	}
	switch {
	case f.Previous && result.Err != nil:
		r.failed = append(r.failed, result)
	case f.Previous:
		r.addPrevious(result)
	default:
		r.jobs = append(r.jobs, r.checking(result))
	}
}

func (r *Readings) addPrevious(result Result) {
	if load := r.batch.stored(result); load != nil {
		r.set.AddStoredPrevious(result.Report, load)
		return
	}
	r.set.AddPrevious(result.Report)
}

// checking is the job of checking what was read. A report that the Cache has is
// not kept meanwhile.
func (r *Readings) checking(result Result) job {
	if result.Report == nil {
		return job{result, func(context.Context, *Result) error { return nil }}
	}
	load := r.batch.stored(result)
	if load == nil {
		index := r.set.Add(result.Report)
		return job{result, func(_ context.Context, checked *Result) (err error) {
			checked.Findings, err = r.set.Check(index)
			return err
		}}
	}
	index := r.set.AddStored(result.Report, load)
	result.Report = nil
	return job{result, func(_ context.Context, checked *Result) (err error) {
		if checked.Report, err = load(); err == nil {
			checked.Findings, err = r.set.Check(index)
		}
		return err
	}}
}

// stored is the way to load a report again that the Cache has; nil when there is
// no Cache.
func (b *Batch) stored(result Result) func() (*parser.Report, error) {
	if b.Cache == nil {
		return nil
	}
	source := result.Source
	return func() (*parser.Report, error) {
		kept, known, err := b.Cache.Get(source.SHA256)
		if err != nil || !known || kept.Report == nil {
			return nil, &document.Error{Kind: document.Unreadable, Message: "读出的内容从结果库里取不出来", Err: err}
		}
		report := *kept.Report // another file of the same content has another path
		report.Source = source
		return &report, nil
	}
}

// Files are the files that were read, in the order of the batch.
func (r *Readings) Files() []File { return slices.Clone(r.files) }

// Check checks the reports beside each other and gives a Result for every file of
// the batch in its order, then for earlier reports that could not be read, then
// for the register if something is wrong with it. Breaking off is allowed.
func (r *Readings) Check(ctx context.Context) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		r.set.Link()
		for result := range r.batch.inOrder(ctx, slices.Values(r.jobs)) {
			if !yield(result) {
				return
			}
		}
		for _, result := range append(r.failed, r.ofRegister()...) {
			if ctx.Err() != nil || !yield(result) {
				return
			}
		}
	}
}

// ofRegister is what the run shows of the register, if anything.
func (r *Readings) ofRegister() []Result {
	findings := r.set.CheckRegister()
	if len(findings) == 0 {
		return nil
	}
	source := parser.Source{Path: r.batch.Options.Register.Path, Format: Register}
	return []Result{{Source: source, Findings: findings}}
}
