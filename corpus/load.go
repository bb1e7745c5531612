package corpus

import (
	"io"
	"io/fs"
	"os"

	"gouji/parser/document"
)

// maxFile is the largest file that is read, in bytes: reports are below 1 MB,
// scans of them below 50 MB.
const maxFile = 256 << 20

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
	data, failure := readAll(f)
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

// readAll reads to the end, and no further than maxFile.
func readAll(r io.Reader) ([]byte, *document.Error) {
	if r == nil {
		return nil, document.Errorf(document.Unreadable, "没有标准输入")
	}
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, ioError(err)
	case len(data) > maxFile:
		return nil, tooLarge()
	}
	return data, nil
}

func tooLarge() *document.Error {
	return document.Errorf(document.TooLarge, "文件超过 %d MB，不像是年度报告", maxFile>>20)
}
