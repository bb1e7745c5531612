package document

import (
	"context"
	"fmt"
)

// Limit names a bound that a user may set; the flag is --max- and the name,
// but for Time, whose flag is --timeout.
type Limit string

// The limits.
const (
	Size    Limit = "size"    // bytes of a file
	Memory  Limit = "memory"  // bytes that reading one file may take
	Pages   Limit = "pages"   // of a PDF or an OFD
	Depth   Limit = "depth"   // elements of XML or HTML in each other
	Ratio   Limit = "ratio"   // bytes unpacked for each byte packed
	Zips    Limit = "zips"    // zip files in each other
	Time    Limit = "time"    // of one file
	Content Limit = "content" // cells, glyphs, rows …: a bound of a reader's own, without a flag
)

// Flag is the option that sets the limit; empty when none does.
func (l Limit) Flag() string {
	switch l {
	case Time:
		return "--timeout"
	case Content, "":
		return ""
	}
	return "--max-" + string(l)
}

// Exceeded is the error of a file that goes over a limit. The format says what
// the file has and what the limit is; the flag that sets it is added.
func Exceeded(limit Limit, format string, args ...any) *Error {
	err := Errorf(TooLarge, format, args...)
	if flag := limit.Flag(); flag != "" {
		err.Message += fmt.Sprintf("；确是年报，可用 %s 放宽", flag)
	}
	err.Limit = limit
	return err
}

// TimedOut is the error of a file that was not read when the context ended.
func TimedOut(ctx context.Context) *Error {
	return Errorf(Timeout, "读取超过规定的时间：%w", context.Cause(ctx))
}

// Megabytes is a size as people read it: 128 MB, or 100 KB below one.
func Megabytes(bytes int64) string {
	if bytes < 1<<20 {
		return fmt.Sprintf("%d KB", (bytes+1<<10-1)>>10)
	}
	return fmt.Sprintf("%d MB", (bytes+1<<20-1)>>20)
}
