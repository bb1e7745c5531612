package doc

import (
	"strconv"
	"strings"

	"gouji/parser/document"
)

// A picture in the line is a character whose properties say where in the Data
// stream it stands; a floating one a character of which the table of shapes knows
// the shape, whose options name a picture of the drawings' store.

// The two kinds of names that pictures have among the reader's parts, each with a
// number: a place in the Data stream, one in the story.
const (
	inData  = "data:"
	inStory = "story:"
)

// picture adds the picture that a character stands for, unless it is not shown.
func (t *typist) picture(c character, seen look) {
	name := inData + strconv.Itoa(seen.picture)
	if c.code == floatingShape {
		name = inStory + strconv.Itoa(c.at)
	}
	if !t.instruction() && !seen.Deleted && !seen.Hidden && t.file.blip(name) != nil {
		t.open.pics = append(t.open.pics, name)
	}
}

// picture is the picture of a name; nil for none.
func (f *file) picture(name string) []byte {
	if found := f.blip(name); found != nil {
		return found.picture()
	}
	return nil
}

func (f *file) blip(name string) *record {
	if at, found := strings.CutPrefix(name, inStory); found {
		place, _ := strconv.Atoi(at)
		return f.floats[place]
	}
	place, _ := strconv.Atoi(strings.TrimPrefix(name, inData))
	return f.inline(place)
}

// inline is the picture of a PICFAndOfficeArtData, [MS-DOC] 2.9.192; nil for one that
// is too small for a table.
func (f *file) inline(at int) *record {
	const (
		shape, shapeFile = 0x64, 0x66               // of the mode: an Office drawing, one that is named
		narrowest        = 20 * document.TableWidth // twips
		goal, scale      = 0x1C, 0x20               // places: the width, and what of it is shown
		whole            = 1000                     // a scale that changes nothing
		mode, least      = 0x06, 0x44               // places: what the picture is; the end of the head
	)
	b := reader{f.data}
	size, head := b.i32(at), b.u16(at+4)
	picture := reader{b.bytes(at, size)}
	if head < least || size < head {
		return nil
	}
	if picture.u16(goal)*picture.u16(scale)/whole <= narrowest {
		return nil
	}
	switch picture.u16(mode) {
	case shape:
	case shapeFile:
		head += 1 + picture.u8(head)
	default:
		return nil
	}
	return blip(records(picture.bytes(head, size-head)))
}

// readFloats finds the pictures of the floating shapes.
func (f *file) readFloats() map[int]*record {
	const anchor = 26 // bytes of an Spa, [MS-DOC] 2.9.253
	table := reader{f.part(shapes)}
	n := (len(table.data) - 4) / (4 + anchor)
	art := f.part(drawings)
	if n <= 0 || len(art) == 0 {
		return nil
	}
	pictures := f.picturesOfShapes(art)
	floats := map[int]*record{}
	for i := range n {
		if picture := pictures[table.i32(4*(n+1)+anchor*i)]; picture != nil {
			floats[table.i32(4*i)] = picture
		}
	}
	return floats
}

// picturesOfShapes are the pictures that shapes show, by the shapes' numbers, of an
// OfficeArtContent, [MS-DOC] 2.9.172: the store, then a drawing each of the main
// story and the headers, behind a byte that says which.
func (f *file) picturesOfShapes(art []byte) map[int]*record {
	const head = 8
	group := records(art)
	if len(group) == 0 {
		return nil
	}
	store := all(group[:1], artEntry, 0)
	found := map[int]*record{}
	for rest := art[head+len(group[0].content):]; len(rest) > 1; {
		drawing := records(rest[1:])
		if len(drawing) == 0 {
			break
		}
		for _, shape := range all(drawing[:1], artShape, 0) {
			id, picture := shape.shows()
			if picture >= 1 && picture <= len(store) {
				found[id] = f.stored(store[picture-1])
			}
		}
		rest = rest[1+head+len(drawing[0].content):]
	}
	return found
}

// shows is a shape's number and the number of the picture that it shows, from 1.
func (r record) shows() (id, picture int) {
	const option, pib = 6, 0x104 // bytes of one; the option that names a picture
	for _, part := range records(r.content) {
		b := reader{part.content}
		switch part.kind {
		case artShapeID:
			id = b.i32(0)
		case artOptions:
			for i := range part.instance {
				if b.u16(option*i)&0x3FFF == pib {
					picture = b.i32(option*i + 2)
				}
			}
		}
	}
	return id, picture
}

// stored is the picture of an entry of the store: in it, or where in the WordDocument
// stream it says.
func (f *file) stored(entry record) *record {
	const delayed, head = 28, 8
	if inner := blip([]record{entry}); inner != nil {
		return inner
	}
	word, at := reader{f.word}, reader{entry.content}.i32(delayed)
	if at <= 0 {
		return nil
	}
	return blip(records(word.bytes(at, head+word.i32(at+4))))
}
