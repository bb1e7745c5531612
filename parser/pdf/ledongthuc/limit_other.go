//go:build !(linux || darwin || freebsd)

package ledongthuc

// limitAddressSpace does nothing: this system has no such limit, watchMemory
// stands alone.
func limitAddressSpace() {}
