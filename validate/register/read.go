package register

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Read reads a register. The path is kept for messages, it is not opened. An
// error is Problems: all that is wrong with the file, not only the first.
func Read(path string, data []byte) (*Register, error) {
	rows, err := ReadRows(data)
	if err != nil {
		return nil, err
	}
	s := &sheet{}
	if len(rows) == 0 {
		return nil, Problems{problemAt(1, 1, "文件是空的，第一行应是列名：名称、别名、类别、级别、上级……", "the file is empty; its first line names the columns: name, aliases, kind, level, parent …")}
	}
	s.head(rows[0])
	for _, r := range rows[1:] {
		s.unit(r)
	}
	if len(s.problems) == 0 {
		s.checkNames()
		s.checkParents()
	}
	if len(s.problems) > 0 {
		return nil, s.problems
	}
	return New(path, s.units), nil
}

// ReadRows reads a CSV file that people keep in Excel: UTF-8 or GBK, commas or tabs;
// lines that are empty or begin with # are left out. An error is Problems.
func ReadRows(data []byte) ([]Row, error) {
	text, problem := decode(data)
	if problem != nil {
		return nil, Problems{*problem}
	}
	rows, problem := readRows(text)
	if problem != nil {
		return nil, Problems{*problem}
	}
	return rows, nil
}

// decode makes UTF-8 of what Excel writes: UTF-8 with a byte order mark, or
// GBK, which Excel on Chinese Windows means by CSV.
func decode(data []byte) ([]byte, *Problem) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		p := problemAt(1, 1, "这是 Excel 工作簿，不是 CSV；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "an Excel workbook, no CSV; save it as CSV UTF-8 in Excel")
		return nil, &p
	case utf8.Valid(data):
		return data, nil
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		p := problemAt(1, 1, "文字编码既不是 UTF-8 也不是 GBK；请在 Excel 里另存为“CSV UTF-8（逗号分隔）”", "the text is neither UTF-8 nor GBK; save it as CSV UTF-8 in Excel")
		return nil, &p
	}
	return text, nil
}

// Row is a line of such a file that holds something.
type Row struct {
	Line  int // from 1
	Cells []string
}

// Cell is the text in a column, from 0; empty where the row is shorter.
func (r Row) Cell(column int) string {
	if column < len(r.Cells) {
		return r.Cells[column]
	}
	return ""
}

func (r Row) field(column int) field { return field{r.Line, column, r.Cell(column)} }

func readRows(text []byte) ([]Row, *Problem) {
	reader := csv.NewReader(bytes.NewReader(text))
	reader.FieldsPerRecord, reader.Comment = -1, '#'
	if first, _, _ := bytes.Cut(text, []byte("\n")); bytes.Contains(first, []byte("\t")) && !bytes.Contains(first, []byte(",")) {
		reader.Comma = '\t' // copied out of a sheet
	}
	var rows []Row
	for {
		cells, err := reader.Read()
		var wrong *csv.ParseError
		switch {
		case err == io.EOF:
			return rows, nil
		case errors.As(err, &wrong):
			p := problemAt(wrong.Line, len(cells)+1, "引号没有成对；单元格里有引号时，整格用引号括起，里面的引号写两个", "quotes do not pair; quote the whole cell and double the quotes in it")
			return nil, &p
		case err != nil:
			p := problemAt(len(rows)+1, 1, "无法读取："+err.Error(), "cannot be read: "+err.Error())
			return nil, &p
		}
		line, _ := reader.FieldPos(0)
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if strings.Join(cells, "") != "" { // Excel keeps rows that were emptied
			rows = append(rows, Row{line, cells})
		}
	}
}
