package pdf

import "context"

// guard stops the library's work when ctx is done; the returned function ends
// the watch.
func (l *library) guard(ctx context.Context) func() {
	stop := context.AfterFunc(ctx, func() {})
	return func() { stop() }
}
