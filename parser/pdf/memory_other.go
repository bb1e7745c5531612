//go:build !(linux || darwin || freebsd)

package pdf

// reserve has no such memory to give: the collector's serves.
func reserve(int) []byte { return nil }

// release is never called where reserve gives nothing.
func release([]byte) {}
