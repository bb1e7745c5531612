package parser

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"reflect"
	"sync"
)

// binaryVersion is the first byte of a stored report; it grows when the way of
// writing changes. A change of the fields or forms shows in the layout's sum.
const binaryVersion = 2

// maxBinary bounds, in bytes, what a stored report may unpack to and what it may
// take in memory, when it is written as when it is read: a report takes some
// 60 KB, the largest that limits let through some megabytes.
const maxBinary = 64 << 20

var (
	// ErrBinary is wrapped by the errors of UnmarshalBinary: the bytes are damaged,
	// or another version of the program wrote them.
	ErrBinary = errors.New("not a stored report of this version")

	errTooLarge = fmt.Errorf("a report of more than %d MB cannot be stored", maxBinary>>20)
)

var (
	reportPlan = planOf(reflect.TypeFor[Report]())
	binaryHead = binary.BigEndian.AppendUint32([]byte{binaryVersion}, layoutSum())
)

// MarshalBinary writes the whole report: version, sum of the layout, sum of what
// follows, then every field in the order of its type, deflated. The same report
// always gives the same bytes.
func (r *Report) MarshalBinary() ([]byte, error) {
	w := binaryWriter{known: map[string]uint64{}}
	reportPlan.write(&w, reflect.ValueOf(r).Elem())
	switch {
	case w.err != nil:
		return nil, w.err
	case len(w.out) > maxBinary || w.taken > maxBinary:
		return nil, errTooLarge
	}
	packed, err := deflated(w.out)
	head := binary.BigEndian.AppendUint32(bytes.Clone(binaryHead), crc32.ChecksumIEEE(packed))
	return append(head, packed...), err
}

// UnmarshalBinary reads what MarshalBinary wrote. Its errors wrap ErrBinary and
// leave the report as it was.
func (r *Report) UnmarshalBinary(data []byte) error {
	rest, ours := bytes.CutPrefix(data, binaryHead)
	if !ours || len(rest) < crc32.Size {
		return ErrBinary
	}
	sum, packed := binary.BigEndian.Uint32(rest), rest[crc32.Size:]
	if crc32.ChecksumIEEE(packed) != sum {
		return ErrBinary
	}
	plain, err := inflated(packed)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrBinary, err)
	}
	read, whole := readPlain(plain)
	if !whole {
		return ErrBinary
	}
	*r = read
	return nil
}

// readPlain reads a report from unpacked bytes; whole is false when they are not
// just one.
func readPlain(plain []byte) (r Report, whole bool) {
	rest := binaryReader{rest: plain}
	reportPlan.read(&rest, reflect.ValueOf(&r).Elem())
	return r, !rest.bad && len(rest.rest) == 0
}

// Both are large beside a report, and made ready anew by Reset.
var (
	deflaters = sync.Pool{New: func() any {
		w, _ := flate.NewWriter(nil, flate.DefaultCompression) // fails only for a level that does not exist
		return w
	}}
	inflaters = sync.Pool{New: func() any { return flate.NewReader(nil) }}
)

func deflated(plain []byte) ([]byte, error) {
	var out bytes.Buffer
	deflate := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(deflate)
	deflate.Reset(&out)
	if _, err := deflate.Write(plain); err != nil {
		return nil, err
	}
	err := deflate.Close()
	return out.Bytes(), err
}

// inflated unpacks bytes, no further than just past maxBinary.
func inflated(packed []byte) ([]byte, error) {
	inflate := inflaters.Get().(io.ReadCloser)
	defer inflaters.Put(inflate)
	if err := inflate.(flate.Resetter).Reset(bytes.NewReader(packed), nil); err != nil {
		return nil, err
	}
	plain, err := io.ReadAll(io.LimitReader(inflate, maxBinary+1))
	if err == nil && len(plain) > maxBinary {
		err = errTooLarge
	}
	return plain, err
}
