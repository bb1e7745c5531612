package corpus

import (
	"bytes"
	"io"
	"io/fs"
	"os"

	"gouji/parser/document"
)

// loadFile reads a file on disk, and refuses one that changes meanwhile: half
// of an old and half of a new report would pass for a report.
func loadFile(path string, most int64) ([]byte, *document.Error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, ioError(err)
	}
	defer f.Close()
	return loadOpen(path, f, most)
}

func loadOpen(path string, f fs.File, most int64) ([]byte, *document.Error) {
	before, err := f.Stat()
	if err != nil {
		return nil, ioError(err)
	}
	if before.Size() > most {
		return nil, tooLarge(before.Size(), most)
	}
	data, failure := readAll(f, before.Size(), most)
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

// readAll reads to the end, and no further than the most bytes. It reads in pieces, the
// first as long as the file, if that is known: a buffer that grows takes four
// times what is in it.
func readAll(r io.Reader, size, most int64) ([]byte, *document.Error) {
	if r == nil {
		return nil, document.Errorf(document.Unreadable, "没有标准输入")
	}
	var pieces [][]byte
	for total := int64(0); total <= most; size = 1 << 20 {
		piece := make([]byte, max(size, 4096)+1)
		n, err := io.ReadFull(r, piece)
		pieces, total = append(pieces, piece[:n]), total+int64(n)
		switch {
		case err == io.EOF, err == io.ErrUnexpectedEOF:
			return joined(pieces, most)
		case err != nil:
			return nil, ioError(err)
		}
	}
	return nil, tooLarge(most+1, most)
}

func joined(pieces [][]byte, most int64) ([]byte, *document.Error) {
	if len(pieces) == 1 {
		return pieces[0], nil
	}
	data := bytes.Join(pieces, nil)
	if int64(len(data)) > most {
		return nil, tooLarge(int64(len(data)), most)
	}
	return data, nil
}

func tooLarge(size, most int64) *document.Error {
	return document.Exceeded(document.Size, "文件有 %s，超过 %s，不像是年度报告", document.Megabytes(size), document.Megabytes(most))
}
