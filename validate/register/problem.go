package register

import (
	"fmt"
	"strings"
)

// Problem is one thing that is wrong with a register.
type Problem struct {
	Line   int // of the file, from 1
	Column int // of the sheet, from 1
	ZH, EN string
}

func problemAt(line, column int, zh, en string) Problem { return Problem{line, column, zh, en} }

// Problems are all that is wrong with a register, in the order of the file.
type Problems []Problem

// Error tells the problems in Chinese, one a line.
func (p Problems) Error() string { return p.In("zh") }

// shown is how many problems are told: who kept another list by mistake has
// one in every line.
const shown = 20

// In tells the problems in a language, "en" or else Chinese, one a line.
func (p Problems) In(lang string) string {
	var lines []string
	for _, problem := range p[:min(len(p), shown)] {
		if lang == "en" {
			lines = append(lines, fmt.Sprintf("line %d, column %d: %s", problem.Line, problem.Column, problem.EN))
		} else {
			lines = append(lines, fmt.Sprintf("第%d行第%d列：%s", problem.Line, problem.Column, problem.ZH))
		}
	}
	if rest := len(p) - shown; rest > 0 {
		more := fmt.Sprintf("还有 %d 处", rest)
		if lang == "en" {
			more = fmt.Sprintf("and %d more", rest)
		}
		lines = append(lines, more)
	}
	return strings.Join(lines, "\n")
}
