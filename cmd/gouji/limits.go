package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"gouji/corpus"
	"gouji/parser"
)

// limitFlags are the flags that bound what one file may cost.
func (p *program) limitFlags(flags *pflag.FlagSet, l *corpus.Limits) {
	l.Limits, l.Zips = parser.Limits{}.WithDefaults(), corpus.DefaultZips
	flags.Var((*size)(&l.Size), "max-size", p.say("单个文件的最大`大小`", "largest `SIZE` of a single file"))
	flags.Var((*size)(&l.Memory), "max-memory", p.say("读单个文件最多用的`内存`：PDF 是实数，其他格式是估数", "`MEMORY` for a single file: exact for PDF, an estimate for other formats"))
	flags.IntVar(&l.Pages, "max-pages", l.Pages, p.say("PDF 最多的`页数`", "most `PAGES` of a PDF"))
	flags.IntVar(&l.Depth, "max-depth", l.Depth, p.say("XML 和网页标签最深的`层数`；网页不超过 500", "deepest `LEVEL` of elements in XML and HTML; 500 at most in HTML"))
	flags.IntVar(&l.Zips, "max-zips", l.Zips, p.say("压缩包里再套压缩包的`层数`", "`LEVELS` of zip files in a zip file"))
	flags.Int64Var(&l.Ratio, "max-ratio", l.Ratio, p.say("压缩包解压后最大的`倍数`", "most `TIMES` that an archive may unpack to"))
}

func (p *program) validLimits(l *corpus.Limits) error {
	for _, bound := range []struct {
		flag               string
		value, least, most int64
	}{
		{"max-pages", int64(l.Pages), 1, 1_000_000},
		{"max-depth", int64(l.Depth), 1, 10_000}, // readers recurse by it
		{"max-zips", int64(l.Zips), 1, 10},
		{"max-ratio", l.Ratio, 1, 1_000_000},
	} {
		if bound.value < bound.least || bound.value > bound.most {
			return p.misuse("--%s 不能是 %d，要在 %d 到 %d 之间", "--%s cannot be %d; it is from %d to %d", bound.flag, bound.value, bound.least, bound.most)
		}
	}
	if l.Memory < parser.LeastMemory || l.Memory > parser.MostMemory {
		return p.misuse("--max-memory 不能是 %s，要在 %s 到 4GB（不含）之间", "--max-memory cannot be %s; it is from %s to below 4GB", size(l.Memory), size(parser.LeastMemory))
	}
	const mostSize = 1 << 30 // a file is held in memory
	if l.Size < 1 || l.Size > mostSize {
		return p.misuse("--max-size 不能是 %s，要在 1B 到 %s 之间", "--max-size cannot be %s; it is from 1B to %s", size(l.Size), size(mostSize))
	}
	return nil
}

// size is a flag whose value is a number of bytes, written 100MB; the units
// are those of 1024.
type size int64

var units = []struct {
	name  string
	bytes float64
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"G", 1 << 30}, {"M", 1 << 20}, {"K", 1 << 10}, {"B", 1}, {"", 1}}

// Type implements pflag.Value.
func (s size) Type() string { return "size" }

// String writes the size in the largest unit that leaves no fraction.
func (s size) String() string {
	for _, u := range units {
		if bytes := int64(u.bytes); u.name != "" && s != 0 && int64(s)%bytes == 0 {
			return fmt.Sprintf("%d%s", int64(s)/bytes, u.name)
		}
	}
	return fmt.Sprintf("%dB", int64(s))
}

// Set implements pflag.Value.
func (s *size) Set(word string) error {
	upper := strings.ToUpper(strings.TrimSpace(word))
	for _, u := range units {
		number, ok := strings.CutSuffix(upper, u.name)
		if !ok {
			continue
		}
		value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || !(value > 0 && value*u.bytes < math.MaxInt64) {
			return errors.New("no size")
		}
		*s = size(value * u.bytes)
		return nil
	}
	return errors.New("no size")
}
