package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"gouji/corpus"
	"gouji/validate/register"
)

// beside is the flags that name what reports are checked beside.
type beside struct {
	previous []string
	register string
}

func (p *program) besideFlags(flags *pflag.FlagSet) *beside {
	b := &beside{}
	flags.StringArrayVar(&b.previous, "previous", nil, p.say("上年报告的`路径`，只用来对照；可以写多次", "`PATH` of last year's reports, only to compare with; may be given again"))
	flags.StringVar(&b.register, "register", "", p.say("单位名录`文件`（CSV），写法见 validate/register/README.md", "register of units, a CSV `FILE`; see validate/register/README.md"))
	return b
}

// apply puts what the flags name into the batch.
func (b *beside) apply(p *program, batch *corpus.Batch) (err error) {
	if slices.Contains(b.previous, "-") || slices.Contains(b.previous, "") {
		return p.misuse("--previous 要写文件、文件夹或压缩包", "--previous takes a file, a folder or a zip file")
	}
	batch.Previous = b.previous
	if b.register != "" {
		batch.Options.Register, err = p.readRegister(b.register)
	}
	return err
}

// readRegister reads the register of units; the error names every fault of it.
func (p *program) readRegister(path string) (*register.Register, error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, p.misuse("--register：没有 %s 这个文件", "--register: no file %s", path)
	case err != nil:
		return nil, p.misuse("--register：%s 无法读取：%v", "--register: cannot read %s: %v", path, err)
	}
	units, err := register.Read(path, data)
	var problems register.Problems
	if errors.As(err, &problems) {
		lines := strings.Split(problems.In(p.lang), "\n")
		return nil, errors.New(p.sayf("名录 %s 有错，改好后再检查：", "the register %s has faults to mend first:", path) + "\n  " + strings.Join(lines, "\n  "))
	}
	return units, err
}
