//go:build linux || darwin || freebsd

package ledongthuc

import "syscall"

// addressSpace is what the kernel lets a child map, in bytes. Go itself
// reserves some hundred megabytes that it never touches.
const addressSpace = 2 << 30

// limitAddressSpace is a second fence around watchMemory, which a sudden
// allocation can outrun. Where the kernel refuses, the first stands alone.
func limitAddressSpace() {
	_ = syscall.Setrlimit(syscall.RLIMIT_AS, &syscall.Rlimit{Cur: addressSpace, Max: addressSpace})
}
