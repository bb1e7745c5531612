package corpus

import (
	"context"
	"sync"
	"time"

	"gouji/parser/scan"
)

// deadline is a file's. Each scanned page of the file puts it off by as long
// again: to recognise one takes seconds.
type deadline struct {
	mu    sync.Mutex
	each  time.Duration
	limit time.Duration // so far
	start time.Time
	timer *time.Timer
}

// withDeadline is a context that ends at the deadline.
func withDeadline(ctx context.Context, each time.Duration) (context.Context, *deadline, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	d := &deadline{each: each, limit: each, start: time.Now()}
	d.timer = time.AfterFunc(each, func() { cancel(context.DeadlineExceeded) })
	stop := func() { d.timer.Stop(); cancel(nil) }
	return scan.WithPatience(ctx, d.putOff), d, stop
}

func (d *deadline) putOff(pages int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if !d.timer.Stop() {
		return // it has passed
	}
	d.limit += time.Duration(pages) * d.each
	d.timer.Reset(time.Until(d.start.Add(d.limit)))
}

func (d *deadline) length() time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.limit
}
