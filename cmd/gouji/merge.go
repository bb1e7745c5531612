package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"gouji/corpus"
	"gouji/corpus/store"
	"gouji/validate/house"
	"gouji/validate/register"
)

// mergeCommand joins the results of several batches, or of the parts of one.
func (p *program) mergeCommand() *cobra.Command {
	s := &season{p: p}
	c := &cobra.Command{
		Use:   p.say("merge 结果… --out 文件夹", "merge RESULTS… --out DIR"),
		Short: p.say("合并几次 batch 的结果", "join the results of batches"),
		Long: p.say("把几次 gouji batch 的结果合成一个，放在一起重新核对（年与年、单位与单位），不再读原文件。\n同一批分开做的各份（--shard）合起来，与一次做完的结果相同。",
			"Joins the results of several batches and checks them beside each other; the files\nare not read again. The parts of one batch (--shard) give what the whole batch\ngives."),
		Example: p.say("  gouji merge 结果1 结果2 --out 结果", "  gouji merge part1 part2 --out results"),
	}
	s.resultFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 || s.out == "" {
			return p.misuse("要写明合并哪些结果，并用 --out 写明放在哪里", "name the results to join, and by --out where they go")
		}
		return s.merge(args)
	}
	return c
}

func (s *season) merge(args []string) (err error) {
	if slices.ContainsFunc(args, s.isOut) {
		return s.p.misuse("--out 不能是要合并的结果之一，请另写一个文件夹", "--out cannot be one of the results to join; name another folder")
	}
	parts, err := s.p.openParts(args)
	defer func() { err = errors.Join(err, closeParts(parts)) }()
	if err != nil {
		return err
	}
	about, err := sameAbout(parts)
	if err != nil {
		return err
	}
	return s.within(builderOf(parts), func() error { return s.join(parts, about) })
}

// isOut reports whether results at a path lie in the folder of --out.
func (s *season) isOut(path string) bool {
	here, err := os.Stat(storeAt(path))
	out, also := os.Stat(storeAt(s.out))
	return err == nil && also == nil && os.SameFile(here, out)
}

// openParts opens the last runs of several stores. Those that were opened are
// there to be closed even if another was not.
func (p *program) openParts(paths []string) (parts []store.Part, err error) {
	for _, path := range paths {
		part, err := p.openPart(path)
		if err != nil {
			return parts, err
		}
		parts = append(parts, part)
	}
	return parts, nil
}

func closeParts(parts []store.Part) (err error) {
	for _, part := range parts {
		err = errors.Join(err, part.Store.Close())
	}
	return err
}

func (p *program) openPart(path string) (store.Part, error) {
	opened, err := p.openStore(path)
	if err != nil {
		return store.Part{}, err
	}
	run, err := opened.Last()
	if err != nil {
		return store.Part{}, errors.Join(fmt.Errorf("%s：%w", path, err), opened.Close())
	}
	return store.Part{Store: opened, Run: run}, nil
}

// builderOf names all builders of the parts.
func builderOf(parts []store.Part) string {
	var names []string
	for _, part := range parts {
		names = append(names, part.Builder)
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " + ")
}

// sameAbout is what the parts were made with, which must be the same but for what
// files they are of.
func sameAbout(parts []store.Part) (store.About, error) {
	about := parts[0].About
	about.Shard = corpus.Shard{}
	for _, part := range parts[1:] {
		same := part.Program == about.Program && equalJSON(part.Rules, about.Rules) && equalJSON(part.House, about.House) && equalJSON(part.Units, about.Units)
		if !same {
			return about, fmt.Errorf("%w：%s 用的程序、规则、本单位规定或名录与 %s 不同", store.ErrParts, part.Path(), parts[0].Path())
		}
		if part.Shard == (corpus.Shard{}) {
			about.Command = slices.Concat(about.Command, []string{"+"}, part.Command)
			about.Skipped = added(about.Skipped, part.Skipped)
		}
	}
	return about, nil
}

func equalJSON(a, b any) bool {
	one, _ := json.Marshal(a) // both were JSON in their stores
	other, _ := json.Marshal(b)
	return bytes.Equal(one, other)
}

func added(a, b map[string]int) map[string]int {
	sum := map[string]int{}
	for _, list := range []map[string]int{a, b} {
		for kind, number := range list {
			sum[kind] += number
		}
	}
	return sum
}

// join checks the files of the parts beside each other.
func (s *season) join(parts []store.Part, about store.About) error {
	files, err := s.store.Join(parts)
	if err != nil {
		return err
	}
	s.batch = &corpus.Batch{Files: files}
	if err := s.optionsOf(about); err != nil {
		return err
	}
	about.Expired = s.p.expired()
	return s.check(func() (store.About, error) { return about, nil })
}

// optionsOf reads the house rules and the register that the parts were made with.
func (s *season) optionsOf(about store.About) (err error) {
	if about.House != nil {
		if s.p.house, err = house.Read(about.House.Path, about.House.Data); err != nil {
			return err
		}
		s.batch.Options = s.p.house.Options(s.p.now())
	}
	if about.Units != nil {
		s.batch.Options.Register, err = register.Read(about.Units.Path, about.Units.Data)
	}
	return err
}

// within opens the store in the folder for results, works, tells what came of it,
// and closes it.
func (s *season) within(builder string, work func() error) (err error) {
	if err := os.MkdirAll(s.out, 0o755); err != nil {
		return err
	}
	if s.store, err = store.Open(filepath.Join(s.out, storeName), builder); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.store.Close()) }()
	for _, step := range []func() error{work, s.publish, s.tell} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}
