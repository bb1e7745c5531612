package house

import (
	"context"
	"errors"
	"strings"
	"time"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"

	"gouji/parser/claim"
	"gouji/parser/form"
	"gouji/validate"
)

// expression is a compiled expression of an own rule.
type expression struct {
	program cel.Program
	result  *cel.Type
	names   map[string]bool // the variables that it uses
}

// Bounds of working out an expression on one report. The cost is what counts:
// it is the same on every machine. The time is for what the cost overlooks.
const (
	maxCost = 200_000 // steps, as the library counts them; a search through all the text takes some thousands
	maxTime = 2 * time.Second
	between = 100 // steps of a loop between two looks at the clock
)

// compile compiles an expression that stands in the file at a spot.
func (s *source) compile(text string, at spot) *expression {
	env, err := environment()
	if err != nil {
		s.wrongAt(at.line, at.column, saying("表达式无法使用：%v", "expressions cannot be used: %v", err))
		return nil
	}
	checked, issues := env.Compile(text)
	if issues.Err() != nil {
		for _, e := range issues.Errors() {
			line, column := at.place(text, e.Location.Line()-1, e.Location.Column())
			s.wrongAt(line, column, inWords(e.Message))
		}
		return nil
	}
	compiled := &expression{result: checked.OutputType(), names: map[string]bool{}}
	s.inspect(checked, text, at, compiled)
	compiled.program, err = env.Program(checked, cel.EvalOptions(cel.OptOptimize), cel.CostLimit(maxCost), cel.InterruptCheckFrequency(between))
	if err != nil {
		s.wrongAt(at.line, at.column, inWords(err.Error()))
		return nil
	}
	return compiled
}

// inspect looks at what the library cannot know: names of cells, and texts that
// no flat text can hold.
func (s *source) inspect(checked *cel.Ast, text string, at spot, to *expression) {
	tree := checked.NativeRep()
	wrong := func(e ast.Expr, what validate.Text) {
		line, column := 0, 0
		if offsets, ok := tree.SourceInfo().GetOffsetRange(e.ID()); ok {
			line, column = lineAndColumn(text, int(offsets.Start))
		}
		line, column = at.place(text, line, column)
		s.wrongAt(line, column, what)
	}
	ast.PreOrderVisit(tree.Expr(), ast.NewExprVisitor(func(e ast.Expr) {
		switch e.Kind() {
		case ast.IdentKind:
			to.names[e.AsIdent()] = true
		case ast.CallKind:
			for _, argument := range e.AsCall().Args() {
				checkLiteral(e.AsCall().FunctionName(), argument, wrong)
			}
		}
	}))
}

func checkLiteral(function string, argument ast.Expr, wrong func(ast.Expr, validate.Text)) {
	if argument.Kind() != ast.LiteralKind {
		return
	}
	word, ok := argument.AsLiteral().Value().(string)
	if !ok {
		return
	}
	switch function {
	case "figure", "state":
		if !isFigure(word) {
			wrong(argument, noFigure(word))
		}
	case "sum":
		if len(cellsLike(word, form.All()...)) == 0 {
			wrong(argument, noFigure(word))
		}
	case "contains", "startsWith", "endsWith", "matches", operators.Equals, operators.NotEquals:
		if flat := claim.Flat(word); flat != word {
			wrong(argument, saying("正文按半角、无空格比较，“%s”要写成“%s”", "texts are compared in half width without spaces: write %[2]q for %[1]q", word, flat))
		}
	}
}

// eval works the expression out. An error is silence where something that it
// looks at is not known, and trouble where it cannot be worked out.
func (e *expression) eval(variables map[string]any) (ref.Val, error) {
	ctx, cancel := context.WithTimeout(context.Background(), maxTime)
	defer cancel()
	value, _, err := e.program.ContextEval(ctx, variables)
	var quiet silence
	var known trouble
	switch {
	case err == nil && !types.IsUnknown(value):
		return value, nil
	case errors.As(err, &quiet):
		return nil, quiet
	case errors.As(err, &known):
		return nil, known
	case err == nil:
		return nil, trouble{saying("算不出结果", "no result")}
	}
	return nil, trouble{inWords(err.Error())}
}

// variables are what expressions may name, worked out only where one does.
func variables(s *validate.Subject) map[string]any {
	report := viewOf(s)
	return map[string]any{
		"report":       report,
		"organ":        known(report.Organ, report.Organ != "", saying("题目没有写明机关", "the title names no organ")),
		"year":         known(report.Year, report.Year != 0, saying("年度不明", "the year is not known")),
		"template":     known(report.Template, report.Template != "", saying("看不出是哪一版格式", "no table tells the form")),
		"text":         func() ref.Val { return report.text() },
		"claims":       func() any { return report.claims() },
		"kind":         func() ref.Val { return kindOf(s) },
		"has_previous": s.Previous != nil,
		"previous":     func() any { return previousOf(s) },
	}
}

func known(value any, ok bool, otherwise validate.Text) any {
	if ok {
		return value
	}
	return unknown(otherwise)
}

func kindOf(s *validate.Subject) ref.Val {
	if s.Unit == nil || s.Unit.Kind == "" {
		return unknown(saying("名册没有写明单位类别", "no register tells the unit's kind"))
	}
	return types.String(s.Unit.Kind)
}

func previousOf(s *validate.Subject) any {
	if s.Previous == nil {
		return unknown(saying("没有上一年的报告", "there is no report for the year before"))
	}
	return viewOf(s.Previous)
}

// written is a value as a message writes it.
func written(v ref.Val) string {
	if s, ok := v.Value().(string); ok {
		return s
	}
	if n, ok := v.Value().(float64); ok {
		return validate.Number(n)
	}
	return strings.TrimSpace(string(v.ConvertToType(types.StringType).(types.String)))
}
