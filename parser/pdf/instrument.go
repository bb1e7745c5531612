package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// A call into WebAssembly can only be stopped from inside. wazero's own way
// (WithCloseOnContextDone) leaves the compiled code at the head of every loop
// to ask, which makes PDFium 2.3 times slower and every call 8 times. So the
// module is rewritten before it is compiled: it gets one more global variable,
// exported under stopName, and every loop begins with
//
//	global.get $stop  if  unreachable  end
//
// which costs next to nothing and traps once the variable is set.

// stopName is the name under which the added variable is exported.
const stopName = "gouji_stop"

// Sections of a WebAssembly module, and kinds of imports and exports.
const (
	importSection = 2
	globalSection = 6
	exportSection = 7
	codeSection   = 10

	globalKind = 3
)

var errModule = errors.New("webassembly module has an unknown form")

// interruptible returns the module with the check in every loop.
func interruptible(module []byte) ([]byte, error) {
	const header = 8
	if len(module) < header {
		return nil, errModule
	}
	w := &wasm{data: module, pos: header}
	out := append(make([]byte, 0, len(module)*11/10), module[:header]...)
	var stop uint64 // index of the added global
	for w.pos < len(w.data) && !w.bad {
		id := w.byte()
		body := &wasm{data: w.bytes(w.leb())}
		from := len(out) + 1
		out = append(out, id, 0, 0, 0, 0, 0)
		switch id {
		case importSection:
			out = append(out, body.data...)
			stop += body.importedGlobals()
		case globalSection:
			count := body.leb()
			stop += count
			out = lengthened(out, count, body.rest(), []byte{0x7F, 1, 0x41, 0, 0x0B})
		case exportSection:
			name := append([]byte{byte(len(stopName))}, stopName...)
			out = lengthened(out, body.leb(), body.rest(), binary.AppendUvarint(append(name, globalKind), stop))
		case codeSection:
			out = body.checkedFunctions(out, stop)
		default:
			out = append(out, body.data...)
		}
		if body.bad {
			return nil, fmt.Errorf("%w: section %d", errModule, id)
		}
		putSize(out[from:])
	}
	if w.bad {
		return nil, errModule
	}
	return out, nil
}

// sizeBytes is the room left for a length that is known only after what it
// counts is written: a number may be written in more bytes than it needs.
const sizeBytes = 5

// putSize writes the length of what follows the room for it.
func putSize(out []byte) {
	size := len(out) - sizeBytes
	for i := range sizeBytes {
		out[i] = byte(size>>(7*i))&0x7F | 0x80
	}
	out[sizeBytes-1] &= 0x7F
}

// lengthened appends a vector of count entries with one more at its end.
func lengthened(out []byte, count uint64, entries, entry []byte) []byte {
	return append(append(binary.AppendUvarint(out, count+1), entries...), entry...)
}

// wasm reads the binary format; bad is set once it meets what it does not know.
type wasm struct {
	data []byte
	pos  int
	bad  bool
}

func (w *wasm) byte() byte {
	if w.pos >= len(w.data) {
		w.bad = true
		return 0
	}
	w.pos++
	return w.data[w.pos-1]
}

func (w *wasm) leb() uint64 {
	value, n := binary.Uvarint(w.data[min(w.pos, len(w.data)):])
	if n <= 0 {
		w.bad = true
		return 0
	}
	w.pos += n
	return value
}

func (w *wasm) bytes(n uint64) []byte {
	if n > uint64(len(w.data)-w.pos) {
		w.bad = true
		return nil
	}
	w.pos += int(n)
	return w.data[w.pos-int(n) : w.pos]
}

func (w *wasm) rest() []byte { return w.bytes(uint64(len(w.data) - w.pos)) }

// skip passes over n numbers, signed or not.
func (w *wasm) skip(n int) {
	for ; n > 0 && !w.bad; n-- {
		for w.byte() >= 0x80 {
		}
	}
}

func (w *wasm) importedGlobals() (count uint64) {
	for n := w.leb(); n > 0 && !w.bad; n-- {
		w.bytes(w.leb())
		w.bytes(w.leb())
		switch w.byte() {
		case 0: // function: type
			w.skip(1)
		case 1: // table: type, limits
			w.skip(1)
			w.limits()
		case 2: // memory: limits
			w.limits()
		case globalKind: // type, mutability
			w.bytes(2)
			count++
		case 4: // tag: attribute, type
			w.skip(2)
		default:
			w.bad = true
		}
	}
	return count
}

func (w *wasm) limits() { w.skip(1 + int(w.byte()&1)) }

// checkedFunctions appends the code section with the check in every loop.
func (w *wasm) checkedFunctions(out []byte, stop uint64) []byte {
	check := binary.AppendUvarint([]byte{opGlobalGet}, stop)
	check = append(check, opIf, 0x40, opUnreachable, opEnd)
	count := w.leb()
	out = binary.AppendUvarint(out, count)
	for ; count > 0 && !w.bad; count-- {
		from := len(out)
		function := &wasm{data: w.bytes(w.leb())}
		out = function.checked(append(out, make([]byte, sizeBytes)...), check)
		putSize(out[from:])
		w.bad = w.bad || function.bad
	}
	return out
}

// checked appends one function's locals and code to out, with the check after
// the head of every loop.
func (w *wasm) checked(out, check []byte) []byte {
	for n := w.leb(); n > 0 && !w.bad; n-- {
		w.skip(1)
		w.valueType()
	}
	copied := 0
	for w.pos < len(w.data) && !w.bad {
		if w.instruction() == opLoop {
			out = append(append(out, w.data[copied:w.pos]...), check...)
			copied = w.pos
		}
	}
	return append(out, w.data[copied:]...)
}

// valueType passes over a type; the two kinds of typed references name a heap type.
func (w *wasm) valueType() {
	if t := w.byte(); t == 0x63 || t == 0x64 {
		w.skip(1)
	}
}
