package main

import (
	"errors"
	"io/fs"
	"iter"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"gouji/corpus"
	"gouji/validate"
	"gouji/validate/house"
	"gouji/validate/register"
)

// houseFlags is the flags that say which house rules are used.
type houseFlags struct {
	config string
	none   bool
}

func (p *program) houseFlags(flags *pflag.FlagSet) *houseFlags {
	h := &houseFlags{}
	flags.StringVar(&h.config, "config", "", p.say("本单位规定`文件`；不写时用报告所在文件夹里的 gouji.yaml", "`FILE` with the office's rules; gouji.yaml beside the reports when not given"))
	flags.BoolVar(&h.none, "no-config", false, p.say("不用本单位规定", "use no rules of the office"))
	return h
}

// load reads the house rules, if there are any, and says which.
func (h *houseFlags) load(p *program, paths []string) error {
	if h.none && h.config != "" {
		return p.misuse("--config 和 --no-config 只能写一个", "--config and --no-config exclude each other")
	}
	file := h.config
	if found := house.Beside(paths); file == "" && !h.none && len(found) > 0 {
		if len(found) > 1 {
			return p.misuse("找到几份 gouji.yaml（%s），请用 --config 写明用哪一份", "there are several gouji.yaml (%s); say which by --config", strings.Join(found, p.say("、", ", ")))
		}
		file = found[0]
	}
	if file == "" {
		return nil
	}
	return p.useHouse(file)
}

// useHouse reads the house rules of a file; the error names every fault of it.
func (p *program) useHouse(file string) error {
	data, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return p.misuse("没有 %s 这个文件", "no file %s", file)
	case err != nil:
		return p.misuse("%s 无法读取：%v", "cannot read %s: %v", file, err)
	}
	p.house, err = house.Read(file, data)
	var problems register.Problems
	if errors.As(err, &problems) {
		lines := strings.Split(problems.In(p.lang), "\n")
		return errors.New(p.sayf("%s 有错，改好后再检查：", "%s has faults to mend first:", file) + "\n  " + strings.Join(lines, "\n  "))
	}
	return err
}

// applyHouse puts the house rules into the batch and says what they change.
func (p *program) applyHouse(batch *corpus.Batch) {
	if p.house == nil {
		return
	}
	units := batch.Options.Register
	batch.Options = p.house.Options(p.now())
	batch.Options.Register = units
	p.notice("使用本单位规定 %s", "using the office's rules in %s", p.house.Path)
	var off []string
	for _, s := range p.house.Switched {
		if s.Off {
			off = append(off, p.sayf("%s（%s）", "%s (%s)", s.Rule.Code, s.Reason))
		}
	}
	if len(off) > 0 {
		p.notice("已停用规则：%s", "rules switched off: %s", strings.Join(off, p.say("、", ", ")))
	}
}

// houseWatch looks at results that pass and remembers which suppressions were of use.
type houseWatch struct {
	p    *program
	used map[*validate.Suppression]bool
}

func (p *program) watchHouse() *houseWatch {
	return &houseWatch{p, map[*validate.Suppression]bool{}}
}

func (w *houseWatch) see(r corpus.Result) {
	for _, f := range r.Findings {
		if f.Suppressed != nil {
			w.used[f.Suppressed] = true
		}
	}
}

// passing passes results on.
func (w *houseWatch) passing(results iter.Seq[corpus.Result]) iter.Seq[corpus.Result] {
	return func(yield func(corpus.Result) bool) {
		for r := range results {
			w.see(r)
			if !yield(r) {
				return
			}
		}
	}
}

// tell says what in the house rules needs mending.
func (w *houseWatch) tell() {
	if w.p.house != nil {
		w.p.noteSuppressions(w.used)
		w.p.noteTroubles()
	}
}

// houseWatched is a printer whose results are looked at.
type houseWatched struct {
	printer
	watch *houseWatch
}

func (w *houseWatched) Print(r corpus.Result) error {
	w.watch.see(r)
	return w.printer.Print(r)
}

func (w *houseWatched) Close() error {
	w.watch.tell()
	return w.printer.Close()
}

// noteSuppressions names those that no longer hold and those that met nothing.
func (p *program) noteSuppressions(used map[*validate.Suppression]bool) {
	for _, s := range p.house.Expired(p.now()) {
		p.notice("%s 第%d行：豁免 %s 已于%s到期，不再有效", "%s line %d: the suppression of %s ended on %s", p.house.Path, s.Line, s.Rule, s.Until)
		used[s] = true
	}
	for _, s := range p.house.Suppress {
		if !used[s] {
			p.notice("%s 第%d行：豁免 %s 没有对上任何问题，可以删去", "%s line %d: the suppression of %s met no finding", p.house.Path, s.Line, s.Rule)
		}
	}
}

// noteTroubles names own rules that could not be worked out, each once.
func (p *program) noteTroubles() {
	list := p.house.Troubles()
	for i, t := range list {
		if i > 0 && list[i-1].Rule == t.Rule {
			continue
		}
		number := 0
		for _, other := range list {
			if other.Rule == t.Rule {
				number++
			}
		}
		p.notice("自定规则 %s 有 %d 份报告算不出结果，如 %s：%s", "own rule %s could not be worked out on %d reports, such as %s: %s",
			t.Rule.Code, number, p.name(t.Path), t.What.In(p.lang))
	}
}

// inForce are the rules of the run: the catalogue without those switched off,
// and the office's own.
func (p *program) inForce() []*validate.Rule {
	o := validate.Options{}
	if p.house != nil {
		o = p.house.Options(p.now())
	}
	return o.InForce()
}
