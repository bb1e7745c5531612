//go:build linux || darwin || freebsd

package pdf

import "syscall"

// reserve asks the system for zeroed memory of which only what is used takes
// place; nil when it refuses.
func reserve(size int) []byte {
	bytes, err := syscall.Mmap(-1, 0, size, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return nil
	}
	return bytes
}

// release returns what reserve gave.
func release(bytes []byte) { _ = syscall.Munmap(bytes) }
