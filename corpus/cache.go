package corpus

import "gouji/parser/document"

// Cache keeps what reading contents gave, so that no content is read twice. It
// must be safe for several goroutines.
type Cache interface {
	// Get returns what reading the content gave, Source.Path left out; false
	// when it is not known.
	Get(sha256 string) (Result, bool, error)
	// Put keeps what reading a content gave, be it a report or an error.
	Put(Result) error
}

// File is a file of a batch that was read.
type File struct {
	Position int    // in the batch, from 0
	Previous bool   // only compared with
	Path     string // as given; archive.zip/name in a zip file
	SHA256   string // of its bytes in hex; empty when they could not be had
	Err      *document.Error
}

// Shard is a part of a batch: every Of-th file, from the Index-th on. The zero
// Shard is all of it.
type Shard struct {
	Index int `json:"index"` // from 1
	Of    int `json:"of"`
}

// has reports whether the file at a position belongs to the shard.
func (s Shard) has(position int) bool { return s.Of == 0 || position%s.Of == s.Index-1 }
