package corpus

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"gouji/parser"
	"gouji/parser/document"
)

// grace is how long after its deadline a file may take to notice it, before
// its goroutine is given up.
const grace = 2 * time.Second

// job is the work on one file.
type job struct {
	start Result                               // what is known of the file before
	do    func(context.Context, *Result) error // fills in the rest
}

// task is a job on its way; done takes its one Result.
type task struct {
	job
	done chan Result
}

// run reads the files.
func (b *Batch) run(ctx context.Context, c chain, files iter.Seq[file]) iter.Seq[Result] {
	return b.inOrder(ctx, func(yield func(job) bool) {
		for f := range files {
			read := func(ctx context.Context, result *Result) error { return c.apply(ctx, f, result) }
			if !yield(job{Result{Source: parser.Source{Path: f.Path}, file: f.File}, read}) {
				return
			}
		}
	})
}

// inOrder does the jobs with Jobs workers. Tasks wait in line in input order;
// the line is the window that bounds memory: while its head is being worked
// on, no more than its length is done ahead.
func (b *Batch) inOrder(ctx context.Context, jobs iter.Seq[job]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		line := make(chan task, 2*b.jobs())
		todo := make(chan task)
		var workers sync.WaitGroup
		for range b.jobs() {
			workers.Go(func() { b.work(ctx, todo) })
		}
		go feed(ctx, jobs, line, todo)
		for t := range line {
			if result, ok := await(ctx, t); !ok || !yield(result) {
				break
			}
		}
		cancel()
		workers.Wait()
		for range line { // the feeder closes it: what it walks may be read afterwards
		}
	}
}

func await(ctx context.Context, t task) (Result, bool) {
	select {
	case result := <-t.done:
		return result, true
	case <-ctx.Done():
		return Result{}, false
	}
}

// feed puts every job in line, and hands it to the next free worker.
func feed(ctx context.Context, jobs iter.Seq[job], line, todo chan<- task) {
	defer close(line)
	defer close(todo)
	for j := range jobs {
		t := task{j, make(chan Result, 1)}
		for _, queue := range []chan<- task{line, todo} {
			select {
			case queue <- t:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (b *Batch) work(ctx context.Context, todo <-chan task) {
	for t := range todo {
		if ctx.Err() != nil {
			return
		}
		t.done <- b.one(ctx, t.job)
	}
}

// one does a job under its deadline. A reader that does not heed the deadline
// is left behind: the batch goes on without it.
func (b *Batch) one(ctx context.Context, j job) Result {
	ctx, limit, cancel := withDeadline(ctx, b.timeout())
	defer cancel()
	done := make(chan Result, 1)
	go func() { done <- b.guarded(ctx, j, limit) }()
	select {
	case result := <-done:
		return result
	case <-afterDeadline(ctx):
	}
	return Result{Source: j.start.Source, file: j.start.file, Err: late(limit.length())}
}

func afterDeadline(ctx context.Context) <-chan struct{} {
	late := make(chan struct{})
	context.AfterFunc(ctx, func() { time.AfterFunc(grace, func() { close(late) }) })
	return late
}

func late(limit time.Duration) *document.Error {
	err := document.Errorf(document.Timeout, "%s内没有读完，已放弃；可用 --timeout 放宽", seconds(limit))
	err.Limit = document.Time
	return err
}

func seconds(d time.Duration) string {
	if d%time.Second == 0 {
		return fmt.Sprintf("%d 秒", d/time.Second)
	}
	return d.String()
}

// guarded does a job; a panic on the way is the file's Err.
func (b *Batch) guarded(ctx context.Context, j job, limit *deadline) (result Result) {
	result = j.start
	defer func() {
		if cause := recover(); cause != nil {
			b.log("%s: panic: %v\n%s", result.Source.Path, cause, debug.Stack())
			result.fail(document.Errorf(document.Corrupt, "读取时程序内部出错（internal error：%v），请把文件报告给开发者", cause))
		}
	}()
	if err := j.do(ctx, &result); err != nil {
		result.fail(explain(err, limit.length()))
	}
	return result
}

func (r *Result) fail(err *document.Error) { r.Report, r.Findings, r.Err = nil, nil, err }

// explain makes a document.Error of any error of the chain.
func explain(err error, limit time.Duration) *document.Error {
	var known *document.Error
	switch {
	case errors.As(err, &known) && known.Kind != document.Timeout:
		return known
	case known != nil, errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		failure := late(limit)
		failure.Err = err
		return failure
	}
	return &document.Error{Kind: document.Corrupt, Message: "文件无法读取：" + err.Error(), Err: err}
}

func (b *Batch) jobs() int {
	if b.Jobs > 0 {
		return b.Jobs
	}
	return runtime.NumCPU()
}

func (b *Batch) timeout() time.Duration {
	if b.Timeout > 0 {
		return b.Timeout
	}
	return DefaultTimeout
}

var logging sync.Mutex

func (b *Batch) log(format string, args ...any) {
	if b.Log == nil {
		return
	}
	logging.Lock()
	defer logging.Unlock()
	fmt.Fprintf(b.Log, format, args...)
}
