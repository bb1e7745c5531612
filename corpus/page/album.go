package page

import (
	"context"
	"encoding/json"
	"iter"
	"math"
	"slices"

	"gouji/corpus"
	"gouji/parser"
)

// Pictures bounds the bytes that all pictures of pages together take in the file.
type Pictures int64

// DefaultPictures is what a browser opens in a second or two, and some 1,800 pages:
// all that are worth a look among 1,000 or more reports.
const (
	DefaultPictures Pictures = 60 << 20
	NoPictures      Pictures = -1
	AllPictures     Pictures = math.MaxInt64
)

// sitting is a file whose pages are to be drawn.
type sitting struct {
	number int // of the report in the overview
	weight int
	file   corpus.File
	pages  []int
}

// album is the pages of a file, or the reason why there are none.
type album struct {
	Pages []picture `json:"pages,omitempty"`
	Error string    `json:"error,omitempty"`
}

// left counts what had no room.
type left struct {
	Reports int `json:"reports"`
	Pages   int `json:"pages"`
}

// drawAll writes the albums of files into the page, those with the heaviest findings
// first, until they take more than the most bytes. It counts what is left.
func (w *writer) drawAll(ctx context.Context, list []sitting) (left, error) {
	slices.SortStableFunc(list, func(a, b sitting) int { return a.weight - b.weight })
	drawn := make([][]byte, len(list)) // each by its own job, and let go when it is written
	room, done := int64(w.options.Pictures), 0
	for result := range w.options.Batch.Reopen(ctx, sittings(list, drawn)) {
		data := drawn[done]
		if result.Err != nil {
			data, _ = json.Marshal(album{Error: result.Err.Message}) // of a string
		}
		if room -= int64(len(data)); room < 0 {
			break
		}
		w.script("pictures", list[done].number, data)
		drawn[done] = nil
		done++
		w.options.Progress(done, len(list))
	}
	return rest(list[done:]), ctx.Err()
}

func rest(list []sitting) left {
	count := left{Reports: len(list)}
	for _, s := range list {
		count.Pages += len(s.pages)
	}
	return count
}

// sittings are the jobs that draw the pages of the files.
func sittings(list []sitting, drawn [][]byte) iter.Seq2[corpus.File, corpus.Again] {
	return func(yield func(corpus.File, corpus.Again) bool) {
		for i, s := range list {
			draw := func(ctx context.Context, r *parser.Reader, content []byte) (err error) {
				drawn[i], err = albumOf(ctx, r, content, s.pages)
				return err
			}
			if !yield(s.file, draw) {
				return
			}
		}
	}
}

func albumOf(ctx context.Context, r *parser.Reader, content []byte, pages []int) ([]byte, error) {
	drawings, err := r.Draw(ctx, content, pages, dpi)
	if err != nil {
		return nil, err
	}
	var a album
	for _, d := range drawings {
		p, err := pictureOf(d)
		if err != nil {
			return nil, err
		}
		a.Pages = append(a.Pages, p)
	}
	return json.Marshal(a)
}
