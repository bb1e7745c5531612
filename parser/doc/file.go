package doc

import (
	"bytes"
	"errors"
	"io"

	"github.com/richardlehane/mscfb"

	"gouji/parser/document"
	"gouji/parser/wordml"
)

// file is the streams of a DOC file and what its tables say.
type file struct {
	word  []byte // WordDocument
	table []byte // 0Table or 1Table
	data  []byte // Data: long properties
	fib   fib
	long  int  // bytes of properties that were too long for their page
	torn  bool // a page of properties leads to long ones that are not there
	cut   bool // the end of the file, or of one of the streams, is missing

	pieces []piece
	papx   []run // paragraph properties by file offset
	chpx   []run // character properties by file offset
	styles styles
	lists  wordml.Lists
	rows   int      // of tables, met so far
	shaped struct { // the run of the paragraph before, and its shape
		*run
		shape
	}
	floats map[int]*record // pictures of the floating shapes, by their place in the story
}

// maxStream is the longest stream that is read, in bytes: the text of a report
// takes some hundred thousand, pictures stand in other streams.
const maxStream = 64 << 20

func open(data []byte, passwords []string) (*file, error) {
	streams, cut, err := streamsOf(data)
	if whole := padded(data); err != nil && whole != nil {
		streams, _, err = streamsOf(whole)
		cut = true
	}
	if err != nil {
		return nil, err
	}
	if streams["WordDocument"] == nil {
		return nil, corrupt("里面没有 Word 正文", nil)
	}
	if err := decipher(streams, passwords); err != nil {
		return nil, err
	}
	f := &file{word: streams["WordDocument"], data: streams["Data"], cut: cut}
	if f.fib, err = readFIB(f.word); err != nil {
		return nil, err
	}
	if f.table = streams[f.fib.tableName]; f.table == nil {
		return nil, corrupt("缺少 "+f.fib.tableName+" 流", nil)
	}
	if f.pieces, err = f.readPieces(); err != nil {
		return nil, err
	}
	f.papx = f.readBins(papxBins)
	f.chpx = f.readBins(chpxBins)
	f.styles = f.readStyles()
	f.lists = f.readLists()
	f.floats = f.readFloats()
	return f, nil
}

// streamsOf reads the streams of the container that hold text and properties; cut
// tells that one of them is shorter than its entry says.
func streamsOf(data []byte) (streams map[string][]byte, cut bool, err error) {
	container, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, false, corrupt("OLE 容器损坏", err)
	}
	streams = map[string][]byte{}
	for entry, err := container.Next(); err == nil; entry, err = container.Next() {
		switch entry.Name {
		case "WordDocument", "0Table", "1Table", "Data":
		default:
			continue
		}
		if len(entry.Path) > 0 || streams[entry.Name] != nil {
			continue // a document embedded in this one
		}
		content, failure := io.ReadAll(io.LimitReader(entry, maxStream+1))
		if len(content) > maxStream {
			return nil, false, document.Exceeded(document.Content, "%s 流超过 %d MB，不像是年度报告", entry.Name, maxStream>>20)
		}
		if failure != nil && !errors.Is(failure, io.EOF) && !errors.Is(failure, io.ErrUnexpectedEOF) {
			return nil, false, corrupt(entry.Name+" 流读不完整", failure)
		}
		cut = cut || int64(len(content)) < entry.Size
		streams[entry.Name] = content
	}
	return streams, cut, nil
}

func corrupt(what string, err error) *document.Error {
	return &document.Error{Kind: document.Corrupt, Message: "旧版 Word 文件损坏：" + what, Err: err}
}
