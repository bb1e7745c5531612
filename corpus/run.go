package corpus

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
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

// task is a file on its way; done takes its one Result.
type task struct {
	file
	done chan Result
}

// run reads the files with Jobs workers. Tasks wait in line in input order;
// the line is the window that bounds memory: while its head is being read,
// no more than its length is read ahead.
func (b *Batch) run(ctx context.Context, c chain, files iter.Seq[file]) iter.Seq[Result] {
	return func(yield func(Result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		line := make(chan task, 2*b.jobs())
		todo := make(chan task)
		var workers sync.WaitGroup
		for range b.jobs() {
			workers.Go(func() { b.work(ctx, c, todo) })
		}
		go feed(ctx, files, line, todo)
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

// feed puts every file in line, and hands it to the next free worker.
func feed(ctx context.Context, files iter.Seq[file], line, todo chan<- task) {
	defer close(line)
	defer close(todo)
	for f := range files {
		t := task{f, make(chan Result, 1)}
		for _, queue := range []chan<- task{line, todo} {
			select {
			case queue <- t:
			case <-ctx.Done():
				return
			}
		}
	}
}

func (b *Batch) work(ctx context.Context, c chain, todo <-chan task) {
	for t := range todo {
		if ctx.Err() != nil {
			return
		}
		t.done <- b.one(ctx, c, t.file)
	}
}

// one reads one file under its deadline. A reader that does not heed the
// deadline is left behind: the batch goes on without it.
func (b *Batch) one(ctx context.Context, c chain, f file) Result {
	limit := b.timeout()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	done := make(chan Result, 1)
	go func() { done <- b.guarded(ctx, c, f) }()
	select {
	case result := <-done:
		return result
	case <-afterDeadline(ctx):
	}
	source := parser.Source{Path: f.path}
	return Result{Source: source, Err: late(limit)}
}

func afterDeadline(ctx context.Context) <-chan struct{} {
	late := make(chan struct{})
	context.AfterFunc(ctx, func() { time.AfterFunc(grace, func() { close(late) }) })
	return late
}

func late(limit time.Duration) *document.Error {
	return document.Errorf(document.Timeout, "%s内没有读完，已放弃", seconds(limit))
}

func seconds(d time.Duration) string {
	if d%time.Second == 0 {
		return fmt.Sprintf("%d 秒", d/time.Second)
	}
	return d.String()
}

// guarded reads one file; a panic on the way is the file's Err.
func (b *Batch) guarded(ctx context.Context, c chain, f file) (result Result) {
	defer func() {
		if cause := recover(); cause != nil {
			b.log("%s: panic: %v\n%s", f.path, cause, debug.Stack())
			result.Err = document.Errorf(document.Corrupt, "读取时程序内部出错（internal error：%v），请把文件报告给开发者", cause)
			result.Report, result.Findings = nil, nil
		}
	}()
	result.Source.Path = f.path
	data, err := f.load()
	if err != nil {
		result.Err = err
		return result
	}
	sum := sha256.Sum256(data)
	result.Source.SHA256 = hex.EncodeToString(sum[:])
	if len(data) == 0 {
		result.Err = document.Errorf(document.Corrupt, "文件是空的（0 字节）")
		return result
	}
	if err := c.apply(ctx, data, &result); err != nil {
		result.Report, result.Findings = nil, nil
		result.Err = b.explain(err)
	}
	return result
}

// explain makes a document.Error of any error of the chain.
func (b *Batch) explain(err error) *document.Error {
	var known *document.Error
	switch {
	case errors.As(err, &known) && known.Kind != document.Timeout:
		return known
	case known != nil, errors.Is(err, context.DeadlineExceeded):
		failure := late(b.timeout())
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
