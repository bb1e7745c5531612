package house

import (
	"math"
	"strconv"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/operators"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"

	"gouji/validate"
)

// arithmetic declares the operators so that a whole number may stand beside a
// figure. The language's own hold them for two types: figure("…") > 3.0 would
// have to be written, and figure("…") > 3 would be an error.
func arithmetic() []cel.EnvOption {
	return []cel.EnvOption{
		cel.Function(operators.Add, append(mixed("add", cel.IntType),
			cel.Overload("add_strings", []*cel.Type{cel.StringType, cel.StringType}, cel.StringType),
			cel.Overload("add_lists", []*cel.Type{listOfA, listOfA}, listOfA),
			cel.SingletonBinaryBinding(add, traits.AdderType))...),
		cel.Function(operators.Subtract, append(mixed("subtract", cel.IntType), cel.SingletonBinaryBinding(subtract, traits.SubtractorType))...),
		cel.Function(operators.Multiply, append(mixed("multiply", cel.IntType), cel.SingletonBinaryBinding(multiply, traits.MultiplierType))...),
		cel.Function(operators.Divide, append(mixed("divide", cel.DoubleType), cel.SingletonBinaryBinding(divide, traits.DividerType))...),
		cel.Function(operators.Equals, comparable("equals")...),
		cel.Function(operators.NotEquals, comparable("not_equals")...),
		cel.Function("abs", cel.Overload("abs_double", []*cel.Type{cel.DoubleType}, cel.DoubleType, cel.UnaryBinding(absolute))),
		cel.Function("percent", cel.Overload("percent_double", []*cel.Type{cel.DoubleType}, cel.StringType, cel.UnaryBinding(percent))),
	}
}

var listOfA = cel.ListType(cel.TypeParamType("A"))

// mixed are the pairs of numbers that an operator takes; of two whole numbers it
// makes what is given.
func mixed(name string, ofWhole *cel.Type) []cel.FunctionOpt {
	whole, number := cel.IntType, cel.DoubleType
	return []cel.FunctionOpt{
		cel.Overload(name+"_int_int", []*cel.Type{whole, whole}, ofWhole),
		cel.Overload(name+"_double_double", []*cel.Type{number, number}, number),
		cel.Overload(name+"_int_double", []*cel.Type{whole, number}, number),
		cel.Overload(name+"_double_int", []*cel.Type{number, whole}, number),
	}
}

// comparable are the pairs that can be equal; the interpreter compares them itself.
func comparable(name string) []cel.FunctionOpt {
	var list []cel.FunctionOpt
	whole, number := cel.IntType, cel.DoubleType
	for _, pair := range [][2]*cel.Type{
		{cel.BoolType, cel.BoolType}, {cel.StringType, cel.StringType}, {listOfA, listOfA},
		{whole, whole}, {number, number}, {whole, number}, {number, whole},
	} {
		list = append(list, cel.Overload(name+"_"+pair[0].String()+"_"+pair[1].String(), pair[:], cel.BoolType))
	}
	return append(list, cel.SingletonBinaryBinding(func(a, _ ref.Val) ref.Val { return types.MaybeNoSuchOverloadErr(a) }))
}

func add(a, b ref.Val) ref.Val {
	if x, y, ok := doubles(a, b); ok {
		return exact(x + y)
	}
	return a.(traits.Adder).Add(b)
}

func subtract(a, b ref.Val) ref.Val {
	if x, y, ok := doubles(a, b); ok {
		return exact(x - y)
	}
	return a.(traits.Subtractor).Subtract(b)
}

func multiply(a, b ref.Val) ref.Val {
	if x, y, ok := doubles(a, b); ok {
		return exact(x * y)
	}
	return a.(traits.Multiplier).Multiply(b)
}

// divide by nothing has no result, not an endless one: a share of no
// applications is above no threshold. 7 / 2 is 3.5, as on paper.
func divide(a, b ref.Val) ref.Val {
	x, first := double(a)
	y, second := double(b)
	switch {
	case !first || !second:
		return types.MaybeNoSuchOverloadErr(a)
	case y == 0:
		return unknown(saying("除数是0", "division by 0"))
	}
	return types.Double(x / y)
}

// doubles are two numbers of which at least one is no whole number by type.
func doubles(a, b ref.Val) (x, y float64, ok bool) {
	x, first := double(a)
	y, second := double(b)
	return x, y, first && second && (a.Type() == types.DoubleType || b.Type() == types.DoubleType)
}

func double(v ref.Val) (float64, bool) {
	switch n := v.(type) {
	case types.Double:
		return float64(n), true
	case types.Int:
		return float64(n), true
	}
	return 0, false
}

// exact takes the noise of binary fractions off a sum: 0.1 + 0.2 is 0.3.
func exact(x float64) ref.Val { return types.Double(validate.Round(x)) }

func absolute(v ref.Val) ref.Val { return types.Double(math.Abs(float64(v.(types.Double)))) }

// percent writes a share: 33.3%.
func percent(v ref.Val) ref.Val {
	tenths := math.Round(float64(v.(types.Double)) * 1000)
	return types.String(strconv.FormatFloat(tenths/10, 'f', -1, 64) + "%")
}
