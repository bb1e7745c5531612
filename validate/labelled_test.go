package validate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"gouji/parser"
	"gouji/validate"
)

// The rules that read prose are measured by sentences labelled with the codes
// that a careful official would agree on. They were written after the catalogue
// and the habits of published reports, not after what the reader can read: half
// of them, dev.txt, is there to work with. The other half, heldout.txt, was blind,
// tests printing only its counts, until the rules were done: then precision was
// 0.901 and recall 0.769 by it. After that it was looked at, and the classes of
// wordings behind its false alarms were mended, so that its counts are those of a
// second dev.txt since. A half more, fresh.txt, was written when the rules were
// done, by somebody who had not read them; of it tests print only counts, so that
// nobody bends a rule to one of its sentences.
//
// A half is lines. "@ context section" says in which report of contexts.txtar
// and in which section (一, 五, 六, preface) the sentences below it stand; a
// sentence has its labels before it, "-" for none, and a tab between; # begins
// a comment, which names the trap.

// proseCodes are the codes that labels may name, and words of what each is about:
// a sentence that has them and is right tries whether the rule can keep silent.
var proseCodes = []struct{ code, words string }{
	{"N01", "收到|受理|新收"}, {"N02", "办结|答复"}, {"N03", "结转"}, {"N04", "结转"},
	{"N05", "予以公开|不予公开|无法提供|不予处理"}, {"N06", "全部办结|均已办结|均按"},
	{"N07", "未收到|没有收到"}, {"N08", "行政复议|行政诉讼"}, {"N09", "未发生|没有发生|没有因"},
	{"N10", "规范性文件|规章"}, {"N11", "其中"}, {"N12", "%"}, {"N13", "20[0-9]{2}年"},
	{"N14", "统计|期限"}, {"N15", "条|×|（"}, {"N16", "局|政府"}, {"N20", "常态|例外"},
	{"N21", "政府信息|政务信息"}, {"N22", "同比|比上年|相比"},
	{"F02", "信息处理费[^。]*元"}, {"F03", "信息处理费"}, {"F05", "收费通知"}, {"F07", "信息处理费[^。]*元"},
}

// What each half must hold and the rules that exist must reach.
const (
	fewestSentences = 250
	// lowestPrecision is the right findings among all findings, over all rules of a
	// half that was looked at: there it is 1, and one slip that comes with a gain
	// elsewhere may wait. The rules were measured before that, see above.
	lowestPrecision = 0.98
	// freshPrecision is low: fresh.txt is there to measure, and asserts only that
	// the rules are not wrong more often than right.
	freshPrecision = 0.5
)

// freshCodes are the codes that fresh.txt tries: those of claims about figures.
var freshCodes = []string{"N01", "N02", "N03", "N04", "N05", "N06", "N07", "N08", "N09", "N10", "N11", "N12", "N22"}

// halves are the halves of the sentences, whether tests show those that are
// judged wrongly, the precision they assert, and the codes they try.
var halves = []struct {
	name   string
	show   bool
	lowest float64
	tries  []string
}{
	{"dev", true, lowestPrecision, labelledCodes()},
	{"heldout", true, lowestPrecision, labelledCodes()},
	{"fresh", false, freshPrecision, freshCodes},
}

// labelled is a sentence with the codes that must fire on it.
type labelled struct {
	line             int
	context, section string
	codes            []string
	text             string
}

func TestLabelledContextsAreSilent(t *testing.T) {
	for name, facts := range labelledContexts(t) {
		for _, f := range checkLabelled(t, facts, labelled{}) {
			quiet := f.Severity == validate.Info && !slices.Contains(labelledCodes(), f.Code)
			assert.True(t, quiet, "%s: %s %s", name, f.Code, f.Message.ZH)
		}
	}
}

func TestLabelledSentences(t *testing.T) {
	contexts := labelledContexts(t)
	for _, half := range halves {
		t.Run(half.name, func(t *testing.T) {
			t.Parallel()
			sentences := labelledSentences(t, half.name+".txt")
			assert.GreaterOrEqual(t, len(sentences), fewestSentences)
			scores := tally{}
			for _, s := range sentences {
				require.Contains(t, contexts, s.context, "line %d", s.line)
				got := existing(codesOf(checkLabelled(t, contexts[s.context], s)))
				if !scores.add(got, existing(s.codes)) && half.show {
					t.Logf("line %d %s wants %v got %v: %s", s.line, s.context, existing(s.codes), got, s.text)
				}
			}
			assertBothWays(t, sentences, half.tries)
			t.Log("\n" + scores.table())
			assert.GreaterOrEqual(t, scores.sum().precision(), half.lowest)
		})
	}
}

// assertBothWays asserts that the sentences try every rule of codes: that it
// speaks, and that it keeps silent over sentences that are like those where it
// speaks.
func assertBothWays(t *testing.T, sentences []labelled, codes []string) {
	silent := 0
	for _, s := range sentences {
		if len(s.codes) == 0 {
			silent++
		}
	}
	assert.Greater(t, 2*silent, len(sentences), "most sentences are right")
	for _, code := range existing(codes) {
		words := wordsOf(code)
		fires := func(s labelled) bool { return slices.Contains(s.codes, code) }
		tempts := func(s labelled) bool { return len(s.codes) == 0 && words.MatchString(s.text) }
		assert.True(t, slices.ContainsFunc(sentences, fires), "a sentence on which %s fires", code)
		assert.True(t, slices.ContainsFunc(sentences, tempts), "a sentence that tempts %s and is right", code)
	}
}

// labelledCodes are the codes that labels may name.
func labelledCodes() []string {
	var codes []string
	for _, p := range proseCodes {
		codes = append(codes, p.code)
	}
	return codes
}

func wordsOf(code string) *regexp.Regexp {
	return regexp.MustCompile(proseCodes[slices.Index(labelledCodes(), code)].words)
}

// labelledContexts are the reports that sentences stand in, by name.
func labelledContexts(t *testing.T) map[string]string {
	archive, err := txtar.ParseFile(filepath.Join("testdata", "sentences", "contexts.txtar"))
	require.NoError(t, err)
	contexts := map[string]string{}
	for _, file := range archive.Files {
		name, _, _ := strings.Cut(file.Name, ":")
		contexts[name] = string(file.Data)
	}
	return contexts
}

// labelledSentences reads a half.
func labelledSentences(t *testing.T, file string) []labelled {
	data, err := os.ReadFile(filepath.Join("testdata", "sentences", file))
	require.NoError(t, err)
	var list []labelled
	var context, section string
	for i, line := range strings.Split(string(data), "\n") {
		labels, text, sentence := strings.Cut(line, "\t")
		switch words := strings.Fields(line); {
		case len(words) == 0 || words[0] == "#":
		case words[0] == "@":
			require.Len(t, words, 3, "%s:%d: @ context section", file, i+1)
			context, section = words[1], words[2]
		default:
			require.True(t, sentence, "%s:%d: labels, tab, sentence", file, i+1)
			list = append(list, labelled{i + 1, context, section, codesIn(t, labels), text})
		}
	}
	return list
}

// codesIn reads labels.
func codesIn(t *testing.T, labels string) []string {
	if labels == "-" {
		return nil
	}
	codes := strings.Fields(labels)
	require.NotEmpty(t, codes, "labels")
	require.Subset(t, labelledCodes(), codes)
	return codes
}

// checkLabelled returns the findings of a context with a sentence put in.
func checkLabelled(t *testing.T, facts string, s labelled) []validate.Finding {
	facts, previous, known := strings.Cut(facts, "=== previous\n")
	set := validate.NewSet(validate.Options{})
	set.Add(readLabelled(t, facts+statement(s)))
	if known {
		set.AddPrevious(readLabelled(t, previous))
	}
	set.Link()
	findings, err := set.Check(0)
	require.NoError(t, err)
	return findings
}

// statement puts a sentence in the facts notation.
func statement(s labelled) string {
	text := strconv.Quote(s.text)
	switch s.section {
	case "":
		return ""
	case "preface":
		return "preface " + text
	default:
		return fmt.Sprintf("text %s %s", s.section, text)
	}
}

func readLabelled(t *testing.T, facts string) *parser.Report {
	r, err := parser.ReadFacts(strings.NewReader(facts))
	require.NoError(t, err, facts)
	return r
}

// codesOf are the codes of the findings that labels may name, each once.
func codesOf(findings []validate.Finding) []string {
	var codes []string
	for _, f := range findings {
		if slices.Contains(labelledCodes(), f.Code) && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// existing leaves out the codes that no rule has yet.
func existing(codes []string) []string {
	return slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return validate.Find(code) == nil })
}

// score counts what a rule made of the sentences.
type score struct{ right, falseAlarms, missed int }

func (s score) precision() float64 { return share(s.right, s.right+s.falseAlarms) }

func (s score) recall() float64 { return share(s.right, s.right+s.missed) }

// share is 1 of nothing: a rule that has not spoken has not spoken wrongly.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// tally is the scores by code.
type tally map[string]score

// add counts a sentence and tells whether it was judged rightly.
func (scores tally) add(got, want []string) bool {
	right := true
	for _, code := range labelledCodes() {
		s := scores[code]
		switch found, due := slices.Contains(got, code), slices.Contains(want, code); {
		case found && due:
			s.right++
		case found:
			s.falseAlarms++
			right = false
		case due:
			s.missed++
			right = false
		}
		scores[code] = s
	}
	return right
}

func (scores tally) sum() score {
	var all score
	for _, s := range scores {
		all.right += s.right
		all.falseAlarms += s.falseAlarms
		all.missed += s.missed
	}
	return all
}

// table prints the scores of the rules that exist, and of all together.
func (scores tally) table() string {
	var b strings.Builder
	b.WriteString("code  right  false alarms  missed  precision  recall\n")
	row := func(name string, s score) {
		fmt.Fprintf(&b, "%-4s  %5d  %12d  %6d  %8.1f%%  %5.1f%%\n", name, s.right, s.falseAlarms, s.missed, 100*s.precision(), 100*s.recall())
	}
	for _, code := range existing(labelledCodes()) {
		row(code, scores[code])
	}
	row("all", scores.sum())
	return b.String()
}
