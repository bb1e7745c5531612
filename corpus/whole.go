package corpus

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// WriteWhole writes a file that is there whole or not at all: what write makes lies
// beside it under another name until it is done.
func WriteWhole(path string, write func(*os.File) error) error {
	file, err := os.CreateTemp(filepath.Dir(path), ".gouji-*")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name()) // when it did not get its name
	if err := errors.Join(write(file), file.Close()); err != nil {
		return err
	}
	if err := os.Chmod(file.Name(), 0o644); err != nil { // others of the office read it too
		return err
	}
	return Rename(file.Name(), path)
}

// Windows refuses to replace a file that a virus scanner is looking at, for a
// moment after it was written.
const (
	renameTries = 20
	renamePause = 100 * time.Millisecond
)

// Rename gives a file just written its name, and waits for others to let go of it.
func Rename(from, to string) (err error) {
	for range renameTries {
		if err = os.Rename(from, to); !errors.Is(err, fs.ErrPermission) {
			return err
		}
		time.Sleep(renamePause)
	}
	return err
}
