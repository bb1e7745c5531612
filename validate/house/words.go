package house

import (
	"regexp"
	"strings"

	"gouji/validate"
)

// The library speaks English. What offices are likely to meet is said in both
// languages; the rest in its own words.
var (
	undeclared = regexp.MustCompile(`^undeclared reference to '([^']*)'`)
	noOverload = regexp.MustCompile(`^found no matching overload for '([^']*)' applied to '(.*)'$`)
	noField    = regexp.MustCompile(`^undefined field '([^']*)'`)
	noSyntax   = regexp.MustCompile(`(?s)^Syntax error: (.*)$`)
	spentCost  = "cost limit exceeded"
	spentTime  = "operation interrupted"
)

// typeNames are the types as an office would call them.
var typeNames = strings.NewReplacer("gouji.Report", "报告", "gouji.Section", "部分", "gouji.Claim", "说法", "string", "文字", "double", "数", "int", "整数", "bool", "真假", "list", "列表")

// inWords says what the library says is wrong with an expression.
func inWords(message string) validate.Text {
	message = strings.TrimSpace(message)
	if m := undeclared.FindStringSubmatch(message); m != nil {
		return saying("没有 %s 这个名称或函数", "no variable or function %s", m[1])
	}
	if m := noOverload.FindStringSubmatch(message); m != nil {
		return saying("%s 不能用在 %[3]s 上", "%s cannot be applied to %[2]s", operatorName(m[1]), m[2], typeNames.Replace(m[2]))
	}
	if m := noField.FindStringSubmatch(message); m != nil {
		return saying("没有 .%s 这一项", "no field .%s", m[1])
	}
	if m := noSyntax.FindStringSubmatch(message); m != nil {
		return saying("写法不对，检查括号和引号（%s）", "syntax error: %s", m[1])
	}
	switch {
	case strings.Contains(message, spentCost):
		return saying("计算量太大，已放弃", "too much to work out, given up")
	case strings.Contains(message, spentTime):
		return saying("计算时间太长，已放弃", "took too long, given up")
	}
	return saying("表达式算不出（%s）", "cannot be worked out: %s", message)
}

// operatorName is an operator as it is written: _+_ is +, @in is in.
func operatorName(name string) string { return strings.Trim(name, "_@") }
