package validate_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"gouji/parser"
	"gouji/parser/form"
	"gouji/validate"
)

// BenchmarkRun checks a report with prose and one broken row.
func BenchmarkRun(b *testing.B) {
	r, err := parser.ReadFacts(strings.NewReader(`
organ 某市卫生健康委员会
year 2024
text 一 "（一）主动公开情况。2024年，某市卫生健康委员会主动公开信息71条，其中工作动态23条、财政信息4条、行政执法信息15条、人事信息29条。"
text 一 "（二）依申请公开情况。2024年本机关共收到政府信息公开申请7477件，均在法定期限内予以答复。未发生因政府信息公开引起的行政复议、行政诉讼。"
applications.new     7000 477 0 0 0 0 7477
applications.granted 7000 477 0 0 0 0 7478
applications.total   7000 477 0 0 0 0 7477
`))
	require.NoError(b, err)
	for b.Loop() {
		require.NotEmpty(b, validate.Run(r))
	}
}

// BenchmarkRunBroken checks reports with three errors each: what is explained
// then is searched for.
func BenchmarkRunBroken(b *testing.B) {
	empty, err := parser.ReadFacts(strings.NewReader("year 2024"))
	require.NoError(b, err)
	random := rand.New(rand.NewPCG(seed, 0))
	for b.Loop() {
		b.StopTimer()
		d := newTable(empty, random)
		d.misreadTwo()
		d.misread(form.Applications)
		b.StartTimer()
		validate.Run(d.report)
	}
}
