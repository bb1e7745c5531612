// Package jpeg tells whether the picture in a JPEG file is whole: bytes go in, and
// what is wrong with them comes out. It makes no pixels.
//
// Decoders are made to show something of whatever they get. Where a bit flipped on a
// worn disk they lose the place, put all that follows a block farther on, or fill
// the rest with grey, and say nothing: a table of figures may look in order and be
// another. But a JPEG says more than its pixels. Its codes must fill exactly the
// picture's blocks and end where the data ends, and no brightness may leave the range
// that there is.
//
// The bargain: a picture that a decoder shows as it was written is never called
// damaged, even where the writer was careless about the end of the file. Of a picture
// that is damaged, only what changes the codes or their lengths can be told: a bit of a
// coefficient's value makes one block another, as noise would.
//
// The source is ITU-T T.81, whose names are used.
package jpeg

import (
	"bytes"
	"errors"
	stdlib "image/jpeg"
)

// What is wrong with a picture.
var (
	errHeader  = errors.New("jpeg: damaged header")
	errCode    = errors.New("jpeg: a code that stands for nothing")
	errShort   = errors.New("jpeg: the data ends before the picture")
	errLong    = errors.New("jpeg: the picture ends before the data")
	errBright  = errors.New("jpeg: brighter than white or darker than black")
	errRestart = errors.New("jpeg: restart markers missing or out of order")
)

// Markers, the second byte of each.
const (
	startOfFrame     = 0xC0 // baseline; extended is one more, progressive two
	huffmanTables    = 0xC4
	lastFrame        = 0xCF // from startOfFrame to here, but for the tables and two more
	jpegExtension    = 0xC8
	arithmeticTables = 0xCC
	restart          = 0xD0 // to 0xD7, in turn
	startOfImage     = 0xD8
	endOfImage       = 0xD9
	startOfScan      = 0xDA
	quantization     = 0xDB
	restartInterval  = 0xDD
)

// Check says why what a JPEG file shows may not be what was written; nil where that
// cannot be told, as of the arithmetic coding that hardly anybody uses.
func Check(data []byte) error {
	begin := bytes.Index(data, []byte{0xFF, startOfImage})
	if begin < 0 {
		return errHeader
	}
	d := &decoder{data: data, at: begin + 2}
	for {
		marker, ok := d.marker()
		if !ok && d.scans > 0 || marker == endOfImage {
			return d.whole() // some writers leave out the end
		}
		if !ok {
			return errHeader
		}
		if err := d.segment(marker); err == errForeign {
			return nil
		} else if err == errProgressive {
			return decodes(data[begin:])
		} else if err != nil {
			return err
		}
	}
}

// mostPixels bounds a picture that is decoded whole: a page of A3 at 300 dots per inch
// has 17 million.
const mostPixels = 20_000_000

// decodes reports what is wrong with a picture that comes in several passes.
func decodes(data []byte) error {
	size, err := stdlib.DecodeConfig(bytes.NewReader(data))
	if err != nil || size.Width*size.Height > mostPixels {
		return err
	}
	_, err = stdlib.Decode(bytes.NewReader(data))
	return err
}

// Why a picture is not looked at here.
var (
	errForeign     = errors.New("jpeg: a coding that is not known")
	errProgressive = errors.New("jpeg: several passes over the picture")
)

// decoder is a walk over a file.
type decoder struct {
	data []byte
	at   int
	bits
	frame
	dc, ac   [4]*huffman
	steps    [4]int // of the quantization of DC
	interval int    // MCUs between restarts; 0 for none
	scans    int
}

// marker finds the next one, over whatever stands before it, and passes it.
func (d *decoder) marker() (marker byte, ok bool) {
	for ; d.at+1 < len(d.data); d.at++ {
		if next := d.data[d.at+1]; d.data[d.at] == 0xFF && next != 0 && next != 0xFF {
			d.at += 2
			return next, true
		}
	}
	return 0, false
}

// segment reads what a marker announces.
func (d *decoder) segment(marker byte) error {
	if marker >= restart && marker <= startOfImage {
		return errRestart
	}
	body, err := d.body()
	switch {
	case err != nil:
		return err
	case marker == startOfFrame || marker == startOfFrame+1:
		return d.frame.read(body)
	case marker == startOfFrame+2:
		return errProgressive
	case marker == huffmanTables:
		return d.tables(body)
	case marker > startOfFrame && marker <= lastFrame && marker != jpegExtension && marker != arithmeticTables:
		return errForeign
	case marker == quantization:
		return d.quantization(body)
	case marker == restartInterval && len(body) >= 2:
		d.interval = int(body[0])<<8 | int(body[1])
	case marker == startOfScan:
		return d.scan(body)
	}
	return nil
}

func (d *decoder) body() ([]byte, error) {
	const length = 2
	if d.at+length > len(d.data) {
		return nil, errHeader
	}
	end := d.at + int(d.data[d.at])<<8 + int(d.data[d.at+1])
	if end < d.at+length || end > len(d.data) {
		return nil, errHeader
	}
	body := d.data[d.at+length : end]
	d.at = end
	return body, nil
}

func (d *decoder) quantization(body []byte) error {
	const entries = 64
	for len(body) > 0 {
		wide, table := int(body[0]>>4), body[0]&3
		size := 1 + entries*(1+wide)
		if wide > 1 || len(body) < size {
			return errHeader
		}
		d.steps[table] = int(body[1])
		if wide == 1 {
			d.steps[table] = int(body[1])<<8 | int(body[2])
		}
		body = body[size:]
	}
	return nil
}
