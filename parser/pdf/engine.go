package pdf

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"gouji/parser/document"
)

// Engine reads PDF files, several at once. It starts a PDFium when one is
// needed and none is idle, up to its number of workers.
type Engine struct {
	// Passwords are tried in order on files that need one. Set them before the
	// first Read.
	Passwords []string

	slots  chan struct{} // one token for each document being read
	memory int           // bytes that one PDFium may have

	start  sync.Once
	module *module
	failed error

	mu     sync.Mutex
	idle   []*worker
	closed bool
}

// worker is a library with what it has been through.
type worker struct {
	*library
	documents int
}

// PDFium never gives memory back and keeps what it learnt of fonts; a worker is
// replaced after so many documents, or when it has grown by so many bytes.
const (
	worn  = 200
	grown = 48 << 20
)

// NewEngine returns an engine that reads up to so many documents at once, each
// with so many bytes of memory. It starts nothing yet: the first Read does.
func NewEngine(workers, memory int) *Engine {
	return &Engine{slots: make(chan struct{}, max(1, workers)), memory: max(LeastMemory, memory)}
}

// Close waits for the documents being read and frees every PDFium; later reads
// fail.
func (e *Engine) Close() {
	for range cap(e.slots) {
		e.slots <- struct{}{}
	}
	defer func() {
		for range cap(e.slots) {
			<-e.slots
		}
	}()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed, e.idle = true, nil
	if e.module != nil {
		e.module.close()
	}
}

var errClosed = errors.New("pdf: engine is closed")

// Warm compiles PDFium, or loads it from the cache, ahead of the first Read.
func (e *Engine) Warm(ctx context.Context) error {
	e.start.Do(func() { e.module, e.failed = newModule(context.WithoutCancel(ctx)) })
	return e.failed
}

// use runs do with a library of its own, which is given up when do broke it.
func (e *Engine) use(ctx context.Context, do func(*library) error) error {
	select {
	case e.slots <- struct{}{}:
	case <-ctx.Done():
		return timeout(ctx.Err())
	}
	defer func() { <-e.slots }()
	w, err := e.hire(ctx)
	if err != nil {
		return err
	}
	stop := w.guard(ctx)
	err = do(w.library)
	stop()
	if cause := w.err; cause != nil {
		w.close()
		return e.broken(ctx, cause)
	}
	e.dismiss(w)
	return err
}

func (e *Engine) hire(ctx context.Context) (*worker, error) {
	if err := e.Warm(ctx); err != nil {
		return nil, err
	}
	if w, err := e.rested(); w != nil || err != nil {
		return w, err
	}
	library, err := newLibrary(context.WithoutCancel(ctx), e.module, e.memory)
	return &worker{library: library}, err
}

// rested takes an idle worker, nil when there is none.
func (e *Engine) rested() (*worker, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, errClosed
	}
	n := len(e.idle)
	if n == 0 {
		return nil, nil
	}
	w := e.idle[n-1]
	e.idle = e.idle[:n-1]
	return w, nil
}

func (e *Engine) dismiss(w *worker) {
	w.documents++
	if w.documents >= worn || w.memory() >= grown {
		w.close()
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.idle = append(e.idle, w)
}

func timeout(cause error) error {
	return &document.Error{Kind: document.Timeout, Message: "PDF 没有在限定时间内读完", Err: cause}
}

// broken says why a library gave up in the middle of a document.
func (e *Engine) broken(ctx context.Context, cause error) error {
	switch {
	case ctx.Err() != nil:
		return timeout(fmt.Errorf("%w (%w)", ctx.Err(), cause))
	case errors.Is(cause, errMemory):
		known := document.Exceeded(document.Memory, "PDF 展开后太大，超出 %s 的内存限额", document.Megabytes(int64(e.memory)))
		known.Err = cause
		return known
	}
	return &document.Error{Kind: document.Corrupt, Message: "PDF 已损坏，读取中止", Err: cause}
}
