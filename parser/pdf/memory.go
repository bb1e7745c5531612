package pdf

import "github.com/tetratelabs/wazero/experimental"

// memory is what one PDFium may use. wazero's own grows by copying, which
// leaves the old copies to the garbage collector: 128 MiB took 500. This one
// reserves addresses once, where the system can, and is given back at once
// when the PDFium ends.
type memory struct {
	most     int // bytes
	bytes    []byte
	reserved bool // bytes is not the collector's, see reserve
	refused  bool // PDFium asked for more than it may have
}

var _ experimental.LinearMemory = (*memory)(nil)

// Allocate implements experimental.MemoryAllocator; the memory is its own
// allocator, since every PDFium has one.
func (m *memory) Allocate(_, _ uint64) experimental.LinearMemory {
	if m.bytes = reserve(m.most); m.bytes != nil {
		m.bytes, m.reserved = m.bytes[:0], true
	}
	return m
}

// Reallocate gives PDFium its memory, longer than before; nil when it must do
// without, after which it traps.
func (m *memory) Reallocate(size uint64) []byte {
	if size > uint64(m.most) {
		m.refused = true
		return nil
	}
	if size > uint64(cap(m.bytes)) {
		larger := make([]byte, len(m.bytes), min(uint64(m.most), max(size, size+size/4)))
		copy(larger, m.bytes)
		m.bytes = larger
	}
	m.bytes = m.bytes[:size]
	return m.bytes
}

// Free gives the memory back to the system.
func (m *memory) Free() {
	if m.reserved {
		release(m.bytes[:cap(m.bytes)])
	}
	m.bytes, m.reserved = nil, false
}
