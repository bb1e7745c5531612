package corpus

import (
	"bytes"
	"io"
	"io/fs"
	"os"

	"gouji/parser/document"
)

// maxFile is the largest file that is read, in bytes: reports are below 1 MB,
// scans of them below 50 MB.
const maxFile = 128 << 20

// loadFile reads a file on disk, and refuses one that changes meanwhile: half
// of an old and half of a new report would pass for a report.
func loadFile(path string) ([]byte, *document.Error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, ioError(err)
	}
	defer f.Close()
	return loadOpen(path, f)
}

func loadOpen(path string, f fs.File) ([]byte, *document.Error) {
	before, err := f.Stat()
	if err != nil {
		return nil, ioError(err)
	}
	if before.Size() > maxFile {
		return nil, tooLarge()
	}
	data, failure := readAll(f, before.Size())
	if failure != nil || !before.Mode().IsRegular() {
		return data, failure
	}
	after, err := os.Stat(path)
	if err != nil {
		return nil, &document.Error{Kind: document.Unreadable, Message: "读取过程中文件被删除或移走", Err: err}
	}
	if !same(before, after) || int64(len(data)) != after.Size() {
		return nil, document.Errorf(document.Unreadable, "读取过程中文件被改动，请重新读取")
	}
	return data, nil
}

func same(before, after fs.FileInfo) bool {
	return os.SameFile(before, after) &&
		before.Size() == after.Size() && before.ModTime().Equal(after.ModTime())
}

// readAll reads to the end, and no further than maxFile. It reads in pieces, the
// first as long as the file, if that is known: a buffer that grows takes four
// times what is in it.
func readAll(r io.Reader, size int64) ([]byte, *document.Error) {
	if r == nil {
		return nil, document.Errorf(document.Unreadable, "没有标准输入")
	}
	var pieces [][]byte
	for total := 0; total <= maxFile; size = 1 << 20 {
		piece := make([]byte, max(size, 4096)+1)
		n, err := io.ReadFull(r, piece)
		pieces, total = append(pieces, piece[:n]), total+n
		switch {
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			return joined(pieces)
		case err != nil:
			return nil, ioError(err)
		}
	}
	return nil, tooLarge()
}

func joined(pieces [][]byte) ([]byte, *document.Error) {
	if len(pieces) == 1 {
		return pieces[0], nil
	}
	data := bytes.Join(pieces, nil)
	if len(data) > maxFile {
		return nil, tooLarge()
	}
	return data, nil
}

func tooLarge() *document.Error {
	return document.Errorf(document.TooLarge, "文件超过 %d MB，不像是年度报告", maxFile>>20)
}
