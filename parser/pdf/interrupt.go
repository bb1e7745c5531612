package pdf

import (
	"context"
	"errors"

	"github.com/tetratelabs/wazero/api"
)

var errInterrupted = errors.New("pdfium: interrupted")

// guard makes the library trap soon after ctx is done. The returned function
// ends the watch, after which the library has err set if it was stopped.
func (l *library) guard(ctx context.Context) (release func()) {
	stop := l.module.ExportedGlobal(stopName).(api.MutableGlobal)
	watching := context.AfterFunc(ctx, func() { stop.Set(1) })
	return func() {
		// A library that was told to stop stays stopped, even if it was done.
		if !watching() && l.err == nil {
			l.err = errInterrupted
		}
	}
}
