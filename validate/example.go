package validate

import (
	"embed"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/tools/txtar"

	"gouji/parser"
	"gouji/validate/register"
)

// The examples of the rules are part of the program: they run as tests, and the
// catalogue shows them.
//
//go:embed testdata/*.txtar
var exampleFiles embed.FS

// Example is a small report in the facts notation that shows a rule at work.
type Example struct {
	Bad   bool   // the rule has something to say of it
	Name  string // what is special about it, in English
	Facts string // with the comments that tests read: // want `…`, // also …
}

// Examples returns the sentence that says what the rule asks for, and the
// rule's examples in the order of its file, testdata/<rule-id>.txtar. An office's
// own rule has examples only.
func (rule *Rule) Examples() (asks string, list []Example) {
	if rule.Own != nil {
		return "", rule.Own
	}
	data, err := exampleFiles.ReadFile("testdata/" + rule.ID + ".txtar")
	if err != nil {
		return "", nil
	}
	archive := txtar.Parse(data)
	for _, file := range archive.Files {
		kind, name, _ := strings.Cut(file.Name, ":")
		list = append(list, Example{Bad: kind == "bad", Name: strings.TrimSpace(name), Facts: string(file.Data)})
	}
	return strings.TrimSpace(string(archive.Comment)), list
}

// partLine begins a part of an example that is beside its report:
//
//	=== previous    last year's report of the organ, only to compare with
//	=== report      another report of the run
//	=== register    the office's list of units, as CSV; # begins a comment there
//	=== limits      thresholds that the office sets, one a line: overview-length 1000
var partLine = regexp.MustCompile(`(?m)^=== (\w+).*\n`)

// Check returns what the catalogue says of the example's report, which is its
// first part, and of its register. An error says what is wrong with the example itself.
func (e Example) Check() ([]Finding, error) { return e.CheckWith(Options{}) }

// CheckWith is Check with what an office brings.
func (e Example) CheckWith(o Options) ([]Finding, error) {
	set, err := e.set(o)
	if err != nil {
		return nil, err
	}
	set.Link()
	findings, err := set.Check(0)
	return append(findings, set.CheckRegister()...), err
}

// set is all that an example tells of, not yet linked.
func (e Example) set(o Options) (*Set, error) {
	bodies, names := partLine.Split(e.Facts, -1), partLine.FindAllStringSubmatch(e.Facts, -1)
	set := NewSet(o)
	if err := set.addFacts("report", bodies[0]); err != nil {
		return nil, err
	}
	for i, name := range names {
		if err := set.addFacts(name[1], bodies[i+1]); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// addFacts puts in what a part of an example says.
func (s *Set) addFacts(part, text string) (err error) {
	var report *parser.Report
	switch part {
	case "report", "previous":
		report, err = parser.ReadFacts(strings.NewReader(text))
	case "register":
		s.options.Register, err = register.Read("units.csv", []byte(text))
	case "limits":
		s.options.Limits, err = limitsIn(text)
	default:
		err = errors.New("no part of an example has that name")
	}
	switch {
	case err != nil:
		return fmt.Errorf("=== %s: %w", part, err)
	case part == "report":
		s.Add(report)
	case part == "previous":
		s.AddPrevious(report)
	}
	return nil
}

func limitsIn(text string) (map[string]float64, error) {
	limits := map[string]float64{}
	words := strings.Fields(text)
	for i := 0; i+1 < len(words); i += 2 {
		value, err := strconv.ParseFloat(words[i+1], 64)
		if err != nil {
			return nil, err
		}
		limits[words[i]] = value
	}
	return limits, nil
}

// forTests is what only tests read in an example's lines.
var forTests = regexp.MustCompile(`(?m)(?:^|[ \t]+)//.*$`)

// Plain is the example without the comments that are for tests, and without
// empty lines.
func (e Example) Plain() string {
	var kept []string
	for _, line := range strings.Split(forTests.ReplaceAllString(e.Facts, ""), "\n") {
		if strings.TrimSpace(line) != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}
