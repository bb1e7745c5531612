package doc

import (
	"bytes"
	"context"
	"encoding/binary"
	"testing"

	"github.com/stretchr/testify/assert"

	"gouji/parser/document"
)

// In a DOC file a few bytes may say that very much follows.

func put16(data []byte, at, value int) { binary.LittleEndian.PutUint16(data[at:], uint16(value)) }

func put32(data []byte, at, value int) { binary.LittleEndian.PutUint32(data[at:], uint32(value)) }

// holding is a file whose table stream is one part.
func holding(index int, part []byte) *file {
	f := &file{table: part}
	f.fib.positions = make([]position, index+1)
	f.fib.positions[index] = position{0, len(part)}
	return f
}

func TestANameIsNoLongerThanItsStyle(t *testing.T) {
	const styles, size = 100, 8
	sheet := make([]byte, 6+styles*(2+size))
	put16(sheet, 0, 4)
	put16(sheet, 2, styles)
	for i := range styles {
		style := sheet[6+i*(2+size):]
		put16(style, 0, size)
		put16(style, 2, 0xFFFF) // the length of the name, as nothing stands before it
		put16(style, 4, paragraphStyle)
	}
	list := holding(styleSheet, sheet).readStyles()
	assert.Len(t, list, styles)
	for _, s := range list {
		assert.LessOrEqual(t, len([]rune(s.name)), size)
	}
}

func TestListsHaveNoMoreChangesThanTheyHold(t *testing.T) {
	const uses = 1000
	part := make([]byte, 4+useSize*uses)
	put32(part, 0, uses)
	for i := range uses {
		part[4+useSize*i+12] = 255
	}
	changes := 0
	for _, u := range holding(listFormat, part).readUses() {
		changes += len(u.Changes)
	}
	assert.Zero(t, changes)
}

func TestAPageOfPropertiesIsListedOnce(t *testing.T) {
	const entries = 10_000
	table := make([]byte, 4*(entries+1)+4*entries)
	f := holding(chpxBins, table)
	f.word = make([]byte, pageSize)
	f.word[pageSize-1] = 100
	assert.Empty(t, f.readBins(chpxBins))
	assert.False(t, f.binsAgree(chpxBins))
}

func TestLongPropertiesAreBounded(t *testing.T) {
	f := &file{data: make([]byte, 1<<16)}
	put16(f.data, 0, 1<<16-3)
	long := []byte{sprmPHugePapx & 0xFF, sprmPHugePapx >> 8, 0, 0, 0, 0}
	taken := 0
	for range 1000 {
		taken += len(f.whole(long)) - len(long)
	}
	assert.LessOrEqual(t, taken, mostLong)
	assert.True(t, f.torn, "what is left out makes the file doubtful")
}

// rowsOf is a file of so many paragraphs that each describe a row of 255 cells.
func rowsOf(paragraphs int, ends bool) *file {
	row := make([]byte, 2+2+1+2*256)
	put16(row, 0, sprmTDefTable)
	put16(row, 2, len(row)-3)
	row[4] = 255
	if ends {
		row = append(row, sprmPFTtp&0xFF, sprmPFTtp>>8, 1)
	}
	f := &file{word: bytes.Repeat([]byte{cellMark}, paragraphs), papx: []run{{to: paragraphs, changes: row}}}
	f.fib.main = paragraphs
	f.pieces = []piece{{to: paragraphs, narrow: true}}
	return f
}

func TestRowsAndParagraphsAreBounded(t *testing.T) {
	for name, f := range map[string]*file{"rows": rowsOf(maxRows+1, true), "paragraphs": rowsOf(maxParagraphs+1, false)} {
		_, err := f.story(context.Background())
		var known *document.Error
		assert.ErrorAs(t, err, &known, name)
		assert.Equal(t, document.TooLarge, known.Kind, name)
	}
}

func TestTheDeadlineEndsTheStory(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := rowsOf(100, true).story(ctx)
	var known *document.Error
	assert.ErrorAs(t, err, &known)
	assert.Equal(t, document.Timeout, known.Kind)
}
