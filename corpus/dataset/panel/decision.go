package panel

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gouji/validate/register"
)

// Decision is a person's on two names.
type Decision struct {
	A, B string
	Same bool
	Line int // of the file
}

// The columns of the list that matter to Read; all else is for the person.
const (
	ColumnA       = "name_a"
	ColumnB       = "name_b"
	ColumnConfirm = "confirm"
)

// What a person may write into the last column; nothing is no decision.
var (
	yes = []string{"是", "同一", "确认", "对", "√", "yes", "y", "true", "1"}
	no  = []string{"否", "不是", "不同", "×", "no", "n", "false", "0"}
)

// Read reads a list of candidates after a person filled it in, as Excel saves it.
// Lines may be added to it. The error names every line that cannot be understood.
func Read(data []byte) ([]Decision, error) {
	lines, err := register.ReadRows(data)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("第1行：没有列名 %s、%s、%s", ColumnA, ColumnB, ColumnConfirm)
	}
	a, b, confirm := slices.Index(lines[0].Cells, ColumnA), slices.Index(lines[0].Cells, ColumnB), slices.Index(lines[0].Cells, ColumnConfirm)
	if a < 0 || b < 0 || confirm < 0 {
		return nil, fmt.Errorf("第%d行：要有列名 %s、%s、%s", lines[0].Line, ColumnA, ColumnB, ColumnConfirm)
	}
	var list []Decision
	var problems []error
	for _, line := range lines[1:] {
		d, decided, err := decide(line.Line, line.Cell(a), line.Cell(b), line.Cell(confirm))
		problems = append(problems, err)
		if decided {
			list = append(list, d)
		}
	}
	return list, errors.Join(problems...)
}

func decide(line int, a, b, word string) (d Decision, decided bool, err error) {
	d = Decision{A: a, B: b, Line: line}
	word = strings.ToLower(word)
	switch {
	case word == "":
		return d, false, nil
	case a == "" || b == "":
		return d, false, fmt.Errorf("第%d行：要写两个名称", line)
	case slices.Contains(yes, word):
		d.Same = true
	case !slices.Contains(no, word):
		return d, false, fmt.Errorf("第%d行：%s 列写“是”或“否”，不能是“%s”", line, ColumnConfirm, word)
	}
	return d, true, nil
}
