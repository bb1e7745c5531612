package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"gouji/corpus"
	webpage "gouji/corpus/page"
	"gouji/corpus/store"
)

// storeName is the store's file in the folder of a batch's results.
const storeName = "gouji.db"

// season is one gouji batch: its flags, then what came of them.
type season struct {
	p       *program
	out     string
	shard   string
	compare string
	failOn  string
	retry   bool

	pictures pictures // room for them in the page

	batch *corpus.Batch
	store *store.Store
	run   *store.Run
	known bool // the run was there: nothing has changed since
}

// batchCommand is the command that checks a season's reports and keeps what it finds.
func (p *program) batchCommand() *cobra.Command {
	s := &season{p: p}
	c := &cobra.Command{
		Use:   p.say("batch 路径… --out 文件夹", "batch PATH… --out DIR"),
		Short: p.say("检查一批报告，结果存进结果库", "check a season of reports into a store"),
		Long: p.say("检查一批报告，结果都存进 --out 文件夹里的结果库 gouji.db（SQLite）。\n读过的文件不再重读：中途断了（断电、被关掉），再运行一次就从断处接着做；\n补报、改报之后再运行一次，只读新的，并逐个单位说明哪些改好了、哪些还在、哪些是新的。\n每次核对还写出一个工作簿 第1次核对.xlsx（汇总、问题清单、三张表、规则统计），以后的核对不会覆盖它；\n还写出一个网页 第1次核对.html，用浏览器打开，不用联网：总览可筛选，每份报告有原件的页面（框出有问题的格）、\n读出的三张表和问题，互相对照。\n\n退出码与 gouji check 相同。",
			"Checks a season of reports and keeps all results in the folder of --out, in the\nstore gouji.db (SQLite). What was read is not read again: a run that was cut short\ngoes on where it was; after amendments only what is new is read, and it is told\nunit by unit what is mended, still open and new. Each run also writes a workbook\nfor Excel, 第1次核对.xlsx, which later runs do not overwrite, and a page for the\nbrowser, 第1次核对.html: an overview with filters, and for each report its pages with\nboxes on the cells at fault, beside the tables as read and the findings.\n\nExit codes are those of gouji check."),
		Example: p.say("  gouji batch 年报 --out 结果\n  gouji batch 年报.zip --out 结果 --register 名录.csv --previous 去年年报\n  gouji batch 年报 --out 结果1 --shard 1/2      分在两台电脑上做\n  gouji merge 结果1 结果2 --out 结果",
			"  gouji batch reports/ --out results\n  gouji batch reports.zip --out results --register units.csv --previous last-year/\n  gouji batch reports/ --out part1 --shard 1/2\n  gouji merge part1 part2 --out results"),
	}
	s.resultFlags(c.Flags())
	c.Flags().StringVar(&s.shard, "shard", "", p.say("只做第 i 份，共 n 份，写作 `i/n`", "only the i-th of n parts, written `i/n`"))
	c.Flags().BoolVar(&s.retry, "retry", false, p.say("上次没能读取的文件再读一次", "read again what could not be read before"))
	reading, beside, house := p.readingFlags(c.Flags()), p.besideFlags(c.Flags()), p.houseFlags(c.Flags())
	c.RunE = func(_ *cobra.Command, args []string) (err error) {
		if err := s.valid(args); err != nil {
			return err
		}
		if s.batch, err = reading.batch(p, args); err != nil {
			return err
		}
		if err := errors.Join(beside.apply(p, s.batch), house.load(p, args)); err != nil {
			return err
		}
		p.applyHouse(s.batch)
		return s.work(reading.builder())
	}
	return c
}

// resultFlags are those of commands that fill a store.
func (s *season) resultFlags(flags *pflag.FlagSet) {
	p := s.p
	flags.StringVarP(&s.out, "out", "o", "", p.say("放结果的`文件夹`", "`DIR` for the results"))
	flags.StringVar(&s.compare, "compare", "", p.say("与另一个结果`文件夹`对比；不写时与本文件夹上一次对比", "compare with the results in `DIR`; else with the last run here"))
	s.pictures = pictures(webpage.DefaultPictures)
	flags.Var(&s.pictures, "pictures", p.say("核对页里原件图片最多占的`大小`；all 全部收入，none 不要", "`SIZE` that pictures of pages may take in the HTML file; all or none"))
	flags.Var(choose(&s.failOn, "error", "warning", "info", "never"), "fail-on", p.say("有这一`级别`以上的问题时退出码为 1：error、warning、info、never", "exit 1 from this `SEVERITY` on: error, warning, info or never"))
}

func (s *season) valid(args []string) error {
	if err := s.p.paths(args); err != nil {
		return err
	}
	if s.out == "" {
		return s.p.misuse("要用 --out 写明结果放在哪个文件夹", "name the folder for the results by --out")
	}
	if slices.Contains(args, "-") {
		return s.p.misuse("batch 不读标准输入", "batch does not read standard input")
	}
	return nil
}

// work reads, checks and tells.
func (s *season) work(builder string) (err error) {
	if s.batch.Shard, err = s.p.shardOf(s.shard); err != nil {
		return err
	}
	return s.within(builder, func() error {
		s.batch.Except = []string{s.out}
		return s.check(s.about)
	})
}

// check makes the run, unless nothing has changed since the last.
func (s *season) check(describe func() (store.About, error)) error {
	s.batch.Cache, s.batch.Retry = s.store, s.retry
	bar := s.p.progress(s.batch)
	s.batch.Progress = bar.add
	readings, err := s.batch.Read(context.Background())
	bar.finish()
	if err != nil {
		return err
	}
	s.p.noteSkipped(s.batch.Skipped)
	about, err := describe()
	if err != nil {
		return err
	}
	files := readings.Files()
	s.run, err = s.store.Same(s.store.Identity(about, files))
	if s.known = s.run != nil; err != nil || s.known {
		return err
	}
	watch := s.p.watchHouse()
	if s.run, err = s.store.Record(about, files, watch.passing(readings.Check(context.Background()))); err != nil {
		return err
	}
	watch.tell()
	return nil
}

// about is what the run is made with.
func (s *season) about() (store.About, error) {
	about := store.About{Program: version(), Command: s.command(), Shard: s.batch.Shard, Skipped: s.batch.Skipped, Expired: s.p.expired()}
	for _, rule := range s.p.inForce() {
		about.Rules = append(about.Rules, store.NewCard(rule))
	}
	var err error
	if s.p.house != nil {
		about.House, err = attach(s.p.house.Path)
	}
	if units := s.batch.Options.Register; units != nil && err == nil {
		about.Units, err = attach(units.Path)
	}
	return about, err
}

// expired are the lines of the suppressions that no longer hold: the same files
// give other results the day after.
func (p *program) expired() (lines []int) {
	if p.house == nil {
		return nil
	}
	for _, suppression := range p.house.Expired(p.now()) {
		lines = append(lines, suppression.Line)
	}
	return lines
}

func attach(path string) (*store.Attachment, error) {
	data, err := os.ReadFile(path)
	return &store.Attachment{Path: path, Data: data}, err
}

// command is what was asked for, without what results do not depend on.
func (s *season) command() []string {
	command := append([]string{"gouji", "batch"}, s.batch.Paths...)
	for _, path := range s.batch.Previous {
		command = append(command, "--previous", path)
	}
	if units := s.batch.Options.Register; units != nil {
		command = append(command, "--register", units.Path)
	}
	if s.p.house != nil {
		command = append(command, "--config", s.p.house.Path)
	}
	return command
}

// shardOf reads i/n; empty is all.
func (p *program) shardOf(text string) (corpus.Shard, error) {
	if text == "" {
		return corpus.Shard{}, nil
	}
	first, last, ok := strings.Cut(text, "/")
	index, err1 := strconv.Atoi(first)
	of, err2 := strconv.Atoi(last)
	if !ok || err1 != nil || err2 != nil || index < 1 || index > of {
		return corpus.Shard{}, p.misuse("--shard 不能是 %q，要写成 1/4 这样：第 1 份，共 4 份", "--shard cannot be %q; write it as 1/4, the first of four", text)
	}
	return corpus.Shard{Index: index, Of: of}, nil
}

// tell says on standard output what came of the batch, and what became of the
// reports since an earlier run.
func (s *season) tell() error {
	out := s.p.newText()
	out.brief = true
	printer := &failing{out, s.p, s.failOn}
	for result, err := range s.store.Results(s.run) {
		if err != nil {
			return err
		}
		if result.Err != nil {
			s.p.status = exitFailed
		}
		if err := printer.Print(s.p.inLanguage(result)); err != nil {
			return err
		}
	}
	if err := out.Close(); err != nil {
		return err
	}
	if s.known {
		s.p.notice("与上一次相比没有变化，结果库没有改动", "nothing has changed since the last run; the store is as it was")
	}
	return s.compareRuns()
}

// compareRuns tells what became of the reports since the run of --compare, or else
// the run before in the same store.
func (s *season) compareRuns() error {
	earlier, before := s.store, (*store.Run)(nil)
	var err error
	if s.compare != "" && !s.isOut(s.compare) {
		if earlier, err = s.p.openStore(s.compare); err != nil {
			return fmt.Errorf("--compare：%w", err)
		}
		defer earlier.Close()
		before, err = earlier.Last()
	} else if s.run.Number > 1 {
		before, err = s.store.Run(s.run.Number - 1)
	}
	if err != nil || before == nil {
		return err
	}
	changes, err := store.Compare(earlier, before, s.store, s.run)
	if err != nil {
		return err
	}
	_, err = io.WriteString(s.p.out, s.p.changes(changes))
	return err
}

// storeAt is the store's file at a path: itself, or that in the folder of a batch's
// results.
func storeAt(path string) string {
	if state, err := os.Stat(path); err == nil && state.IsDir() {
		return filepath.Join(path, storeName)
	}
	return path
}

// openStore opens the store at a path.
func (p *program) openStore(path string) (*store.Store, error) {
	path = storeAt(path)
	opened, err := store.OpenReadOnly(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, p.misuse("没有 %s 这个结果库", "no store %s", path)
	}
	return opened, err
}
