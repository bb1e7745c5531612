package pdf

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"

	"gouji/parser/pdf/ink"

	"github.com/tetratelabs/wazero/api"
)

// library is one PDFium with its own memory. It serves one goroutine at a time.
//
// The first call that traps (out of memory, interrupted, a fault in PDFium)
// sets err; from then on every call returns 0, so that walks end by themselves.
type library struct {
	module    api.Module
	ram       *memory
	functions map[string]api.Function
	scratch   uint32 // 64 bytes of PDFium's memory for results
	stack     [8]uint64
	err       error
}

var errMemory = errors.New("pdfium: out of memory")

func newLibrary(ctx context.Context, m *module, memoryLimit int) (*library, error) {
	ram := &memory{most: memoryLimit}
	instance, err := m.instantiate(ctx, ram)
	if err != nil {
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	l := &library{module: instance, ram: ram, functions: map[string]api.Function{}}
	l.call("FPDF_InitLibrary")
	l.scratch = uint32(l.call("malloc", 64))
	if l.err != nil {
		l.close()
		return nil, l.err
	}
	return l, nil
}

func (l *library) close() { _ = l.module.Close(context.Background()) }

// call runs one of PDFium's exported C functions.
func (l *library) call(name string, args ...uint64) uint64 {
	if l.err != nil {
		return 0
	}
	function, ok := l.functions[name]
	if !ok {
		function = l.module.ExportedFunction(name)
		l.functions[name] = function
	}
	copy(l.stack[:], args)
	if err := function.CallWithStack(context.Background(), l.stack[:]); err != nil {
		l.err = l.trap(name, err)
		return 0
	}
	return l.stack[0]
}

// trap names why a call ended: PDFium gives up when it gets no more memory.
// wazero's message goes on with the stack, which says nothing without symbols.
func (l *library) trap(name string, cause error) error {
	reason, _, _ := strings.Cut(cause.Error(), "\n")
	if l.ram.refused {
		return fmt.Errorf("%w in %s: %s", errMemory, name, reason)
	}
	return fmt.Errorf("pdfium: %s: %s", name, reason)
}

// count is call for functions that return a number of things; C's -1 is none.
func (l *library) count(name string, args ...uint64) int {
	return max(0, int(int32(l.call(name, args...))))
}

// yes is call for functions that return a C truth value.
func (l *library) yes(name string, args ...uint64) bool {
	return int32(l.call(name, args...)) > 0
}

// at is the address of the n-th four-byte word of the scratch memory.
func (l *library) at(n int) uint64 { return uint64(l.scratch) + uint64(4*n) }

func (l *library) word(n int) uint32 {
	value, _ := l.module.Memory().ReadUint32Le(l.scratch + uint32(4*n))
	return value
}

// float is the n-th word of the scratch memory as a C float.
func (l *library) float(n int) float64 {
	return finite(float64(math.Float32frombits(l.word(n))))
}

// double is the C double that starts at the n-th word of the scratch memory.
func (l *library) double(n int) float64 {
	value, _ := l.module.Memory().ReadUint64Le(l.scratch + uint32(4*n))
	return finite(math.Float64frombits(value))
}

// finite keeps what a hostile file makes of a coordinate out of our arithmetic.
func finite(x float64) float64 {
	const huge = 1e6
	if math.IsNaN(x) {
		return 0
	}
	return max(-huge, min(huge, x))
}

// matrix reads the matrix that a function wrote to the scratch memory.
func (l *library) matrix() (m ink.Matrix) {
	for i := range m {
		m[i] = l.float(i)
	}
	return m
}

// load copies bytes into PDFium's memory; the caller frees them.
func (l *library) load(data []byte) (address uint64) {
	address = l.call("malloc", uint64(len(data))) & math.MaxUint32
	if l.err == nil && (address == 0 || !l.module.Memory().Write(uint32(address), data)) {
		l.err = errMemory
	}
	return address
}

func (l *library) free(address uint64) { l.call("free", address) }

// memory is what the library occupies, in bytes; it never gives any back.
func (l *library) memory() int { return int(l.module.Memory().Size()) }
