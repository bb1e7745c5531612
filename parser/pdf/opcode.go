package pdf

// The instructions that the rewriting names; the rest only have to be passed
// over (WebAssembly core specification, appendix "Index of Instructions").
const (
	opUnreachable = 0x00
	opLoop        = 0x03
	opIf          = 0x04
	opEnd         = 0x0B
	opGlobalGet   = 0x23
)

// What follows an opcode.
const (
	unknown   = iota
	nothing   // no operand
	oneNumber // an index, a constant, a block's type
	twoNumbers
	memoryPlace // alignment, memory when it is not the first, offset
	fourBytes
	eightBytes
	branchTable
	typeList
	catchList // a block's type and the clauses of try_table
	bulk      // the opcodes after 0xFC
	vector    // the opcodes after 0xFD
)

var operands = operandTable()

func operandTable() (table [256]uint8) {
	fill := func(kind uint8, from, to int) {
		for op := from; op <= to; op++ {
			table[op] = kind
		}
	}
	fill(nothing, 0x00, 0x01)
	fill(oneNumber, 0x02, 0x04)
	fill(nothing, 0x05, 0x05)
	fill(oneNumber, 0x06, 0x09)
	fill(nothing, 0x0A, 0x0B)
	fill(oneNumber, 0x0C, 0x0D)
	fill(branchTable, 0x0E, 0x0E)
	fill(nothing, 0x0F, 0x0F)
	fill(oneNumber, 0x10, 0x10)
	fill(twoNumbers, 0x11, 0x11)
	fill(oneNumber, 0x12, 0x12)
	fill(twoNumbers, 0x13, 0x13)
	fill(oneNumber, 0x14, 0x15)
	fill(oneNumber, 0x18, 0x18)
	fill(nothing, 0x19, 0x1B)
	fill(typeList, 0x1C, 0x1C)
	fill(catchList, 0x1F, 0x1F)
	fill(oneNumber, 0x20, 0x26)
	fill(memoryPlace, 0x28, 0x3E)
	fill(oneNumber, 0x3F, 0x42)
	fill(fourBytes, 0x43, 0x43)
	fill(eightBytes, 0x44, 0x44)
	fill(nothing, 0x45, 0xC4)
	fill(oneNumber, 0xD0, 0xD0)
	fill(nothing, 0xD1, 0xD1)
	fill(oneNumber, 0xD2, 0xD2)
	fill(nothing, 0xD3, 0xD4)
	fill(bulk, 0xFC, 0xFC)
	fill(vector, 0xFD, 0xFD)
	return table
}

// instruction passes over one instruction and returns its opcode.
func (w *wasm) instruction() byte {
	op := w.byte()
	switch operands[op] {
	case nothing:
	case oneNumber:
		w.skip(1)
	case twoNumbers:
		w.skip(2)
	case memoryPlace:
		w.memoryPlace()
	case fourBytes:
		w.bytes(4)
	case eightBytes:
		w.bytes(8)
	case branchTable:
		w.skip(1 + int(w.leb()))
	case typeList:
		for n := w.leb(); n > 0 && !w.bad; n-- {
			w.valueType()
		}
	case catchList:
		w.skip(1)
		w.catches()
	case bulk:
		w.bulk()
	case vector:
		w.vector()
	default:
		w.bad = true
	}
	return op
}

func (w *wasm) memoryPlace() {
	const otherMemory = 0x40
	if w.leb()&otherMemory != 0 {
		w.skip(1)
	}
	w.skip(1)
}

func (w *wasm) catches() {
	for n := w.leb(); n > 0 && !w.bad; n-- {
		if w.byte() < 2 { // catch, catch_ref: a tag before the label
			w.skip(1)
		}
		w.skip(1)
	}
}

// bulk passes over what follows 0xFC: conversions, and work on memories and tables.
func (w *wasm) bulk() {
	switch op := w.leb(); {
	case op <= 7:
	case op == 8, op == 10, op == 12, op == 14:
		w.skip(2)
	case op <= 17:
		w.skip(1)
	default:
		w.bad = true
	}
}

// vector passes over what follows 0xFD: work on 128 bits.
func (w *wasm) vector() {
	switch op := w.leb(); {
	case op <= 11, op == 92, op == 93: // loads and stores
		w.memoryPlace()
	case op == 12, op == 13: // constant, shuffle
		w.bytes(16)
	case op >= 21 && op <= 34: // lanes
		w.bytes(1)
	case op >= 84 && op <= 91: // loads and stores of lanes
		w.memoryPlace()
		w.bytes(1)
	case op > 275: // beyond relaxed SIMD
		w.bad = true
	}
}
