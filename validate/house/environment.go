package house

import (
	"sync"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/env"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
)

// environment is what expressions may name. It is made when the first own rule
// is read: that takes longer than checking a report.
//
// The library gives functions no view of what is checked, so figure(…) and its
// like are short for report.figure(…).
var environment = sync.OnceValues(func() (*cel.Env, error) {
	options := []cel.EnvOption{
		cel.StdLib(cel.StdLibSubset(&env.LibrarySubset{ExcludeFunctions: replaced()})),
		cel.Types(cel.NativeTypeFor[view](cel.NativeTypeAlias(viewName), types.ParseStructTags(true)),
			cel.NativeTypeFor[statement](cel.NativeTypeAlias(statementName), types.ParseStructTags(true)),
			cel.NativeTypeFor[section](cel.NativeTypeAlias(sectionName), types.ParseStructTags(true))),
		cel.CrossTypeNumericComparisons(true),
		cel.DefaultUTCTimeZone(true),
		cel.ParserRecursionLimit(maxDepth), cel.ParserExpressionSizeLimit(maxLength),
		cel.Variable("report", viewType), cel.Variable("previous", viewType), cel.Variable("has_previous", cel.BoolType),
		cel.Variable("organ", cel.StringType), cel.Variable("year", cel.IntType), cel.Variable("template", cel.StringType),
		cel.Variable("text", cel.StringType), cel.Variable("claims", cel.ListType(cel.ObjectType(statementName))), cel.Variable("kind", cel.StringType),
		cel.Macros(shorthand("figure"), shorthand("state"), shorthand("sum"), shorthand("section"), shorthand("has_section")),
		member("figure", cel.StringType, cel.DoubleType, func(v *view, id string) ref.Val { return v.figure(id) }),
		member("state", cel.StringType, cel.StringType, func(v *view, id string) ref.Val { return v.state(id) }),
		member("sum", cel.StringType, cel.DoubleType, func(v *view, pattern string) ref.Val { return v.sum(pattern) }),
		member("section", cel.IntType, cel.ObjectType(sectionName), func(v *view, number int64) ref.Val { return v.section(int(number)) }),
		member("has_section", cel.IntType, cel.BoolType, func(v *view, number int64) ref.Val { return v.hasSection(int(number)) }),
	}
	made, err := cel.NewCustomEnv(append(options, arithmetic()...)...)
	if err == nil {
		adapter = made.CELTypeAdapter()
	}
	return made, err
})

// adapter makes values of what functions give; the environment sets it.
var adapter types.Adapter

// Limits of an expression: what an office writes is a line or two.
const (
	maxDepth  = 64
	maxLength = 4000 // characters
)

const (
	viewName      = "gouji.Report"
	sectionName   = "gouji.Section"
	statementName = "gouji.Claim"
)

var viewType = cel.ObjectType(viewName)

// member declares a function of a report.
func member[A any](name string, argument, result *cel.Type, call func(*view, A) ref.Val) cel.EnvOption {
	return cel.Function(name, cel.MemberOverload("report_"+name, []*cel.Type{viewType, argument}, result,
		cel.BinaryBinding(func(report, value ref.Val) ref.Val {
			v, known := report.Value().(*view)
			a, fits := value.Value().(A)
			if !known || !fits {
				return types.MaybeNoSuchOverloadErr(report)
			}
			return call(v, a)
		})))
}

// shorthand lets a function of the report that is checked stand alone.
func shorthand(name string) cel.Macro {
	return cel.GlobalMacro(name, 1, func(f cel.MacroExprFactory, _ ast.Expr, arguments []ast.Expr) (ast.Expr, *cel.Error) {
		return f.NewMemberCall(name, f.NewIdent("report"), arguments[0]), nil
	})
}

// replaced are the functions of the library that arithmetic declares anew.
func replaced() []*env.Function {
	var list []*env.Function
	for _, name := range []string{operators.Add, operators.Subtract, operators.Multiply, operators.Divide, operators.Equals, operators.NotEquals} {
		list = append(list, env.NewFunction(name))
	}
	return list
}
