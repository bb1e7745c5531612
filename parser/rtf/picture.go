package rtf

import (
	"encoding/hex"
	"strconv"

	"gouji/parser/document"
)

// mostPicture is how long the pictures of a file may be together, in bytes as
// written: a scan of A4 that is written in hexadecimal takes two million.
const mostPicture = 64 << 20

// shot is a \pict that is being read.
type shot struct {
	depth  int    // of its group: groups in it are its properties
	width  int    // twips; 0 when it does not say
	packed bool   // as PNG, JPEG, EMF or WMF, which can be unpacked
	hex    []byte // as written
	raw    []byte // behind \bin
}

// openPicture begins one.
func (r *reader) openPicture() {
	r.into, r.reading, r.shot = picture, dead, shot{depth: len(r.stack)}
}

// pictureProperty reads how wide a picture is and how it is packed.
func (r *reader) pictureProperty(t token) {
	if r.into != picture || len(r.stack) != r.shot.depth {
		return
	}
	switch t.word {
	case "picwgoal":
		r.shot.width = t.value
	case "pngblip", "jpegblip", "emfblip", "wmetafile":
		r.shot.packed = true
	case "bin":
		if r.shot.packed && r.fits(len(t.text)) {
			r.shot.raw = t.text
		}
	}
}

// pixels takes what is written of a picture.
func (r *reader) pixels(text []byte) {
	if r.into == picture && len(r.stack) == r.shot.depth && r.shot.packed && r.fits(len(text)) {
		r.shot.hex = append(r.shot.hex, text...)
	}
}

// fits counts bytes of pictures and reports whether they are not too many.
func (r *reader) fits(bytes int) bool {
	r.shotBytes += bytes
	return r.shotBytes <= mostPicture
}

// closePicture shows the picture in the open paragraph, unless it is deleted.
func (r *reader) closePicture(old state) {
	const narrowest = 20 * document.TableWidth // twips
	if s := r.shot; s.width == 0 || s.width > narrowest {
		r.pictures++
		if data := s.unpacked(); data != nil && !old.look.Deleted && !old.look.Hidden {
			r.shots = append(r.shots, data)
			r.story.open.Pictures = append(r.story.open.Pictures, strconv.Itoa(len(r.shots)))
		}
	}
	r.shot = shot{}
}

func (s *shot) unpacked() []byte {
	if len(s.raw) > 0 {
		return s.raw
	}
	data, err := hex.DecodeString(string(s.hex))
	if err != nil || len(data) == 0 {
		return nil
	}
	return data
}

// picture is that of a name which closePicture gave.
func (r *reader) picture(name string) []byte {
	number, err := strconv.Atoi(name)
	if err != nil || number < 1 || number > len(r.shots) {
		return nil
	}
	return r.shots[number-1]
}
