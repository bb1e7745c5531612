package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"gouji/corpus"
	"gouji/parser/document"
	"gouji/validate"
	"gouji/validate/mend"
)

// sarifPrinter writes SARIF 2.1.0, the OASIS interchange format of checkers.
// A page is no region in its terms (those are lines and bytes), so a finding's
// place is a logical location, and its numbers stand in the properties.
type sarifPrinter struct {
	out    io.Writer
	p      *program
	run    *sarif.Run
	failed []*sarif.Notification
}

func (p *program) newSARIF() *sarifPrinter {
	s := &sarifPrinter{out: p.out, p: p, run: sarif.NewRun()}
	s.run.Language = p.say("zh-CN", "en-US")
	s.run.Tool = sarif.NewTool()
	s.run.Tool.Driver = sarif.NewToolComponent()
	driver := s.run.Tool.Driver
	driver.Language = s.run.Language
	driver.Name = pointer("gouji")
	driver.Version = pointer(version())
	driver.Rules = make([]*sarif.ReportingDescriptor, 0)
	for _, rule := range p.inForce() {
		driver.Rules = append(driver.Rules, s.rule(rule))
	}
	return s
}

func (s *sarifPrinter) rule(rule *validate.Rule) *sarif.ReportingDescriptor {
	lang := s.p.lang
	d := sarif.NewRule(rule.ID)
	d.Name = pointer(rule.Code)
	d.ShortDescription = message(rule.Title.In(lang))
	d.FullDescription = message(rule.Why.In(lang))
	d.Help = message(rule.Mend.In(lang))
	d.DefaultConfiguration = sarif.NewReportingConfiguration()
	d.DefaultConfiguration.Level = level(rule.Severity)
	d.Properties = sarif.NewPropertyBag().Add("code", rule.Code).Add("basis", string(rule.Ground.Basis)).
		Add("source", rule.Ground.Source).Add("clause", rule.Ground.Clause)
	return d
}

func (s *sarifPrinter) Print(r corpus.Result) error {
	if r.Err != nil {
		n := sarif.NewNotification()
		n.Level = "error"
		n.Message = sarif.NewTextMessage(r.Err.Message)
		n.Locations = []*sarif.Location{fileLocation(r.Source.Path)}
		n.Properties = sarif.NewPropertyBag().Add("kind", string(r.Err.Kind))
		s.failed = append(s.failed, n)
		return nil
	}
	for _, f := range r.Findings {
		s.run.AddResult(s.result(r, f))
	}
	return nil
}

func (s *sarifPrinter) result(r corpus.Result, f validate.Finding) *sarif.Result {
	result := sarif.NewRuleResult(f.Rule)
	result.RuleIndex = s.run.GetRuleIndex(f.Rule)
	result.Level = level(f.Severity)
	result.Message = sarif.NewTextMessage(f.Message.In(s.p.lang))
	location := fileLocation(r.Source.Path)
	if r.Source.Format == corpus.Register && f.Where.Row > 0 { // a file of lines, for once
		location.PhysicalLocation.WithRegion(sarif.NewSimpleRegion(f.Where.Row, f.Where.Row))
	}
	location.Properties = placeProperties(f.Where)
	if name := mend.Place(r.Report, f).In(s.p.lang); name != "" {
		logical := sarif.NewLogicalLocation().WithName(name).WithKind("element")
		if len(f.Figures) > 0 {
			logical.WithFullyQualifiedName(f.Figures[len(f.Figures)-1])
		}
		location.AddLogicalLocation(logical)
	}
	result.Locations = []*sarif.Location{location}
	if f.Other != nil {
		result.RelatedLocations = relatedLocations(f)
	}
	if f.Suppressed != nil {
		result.Suppressions = []*sarif.Suppression{suppression(f.Suppressed)}
	}
	result.Properties = findingProperties(f, s.p.lang)
	return result
}

// suppression is an office's decision to live with a finding: it stands outside
// of the file that was checked, and is in force.
func suppression(s *validate.Suppression) *sarif.Suppression {
	out := sarif.NewSuppression()
	out.Kind, out.Status = pointer("external"), pointer("accepted")
	out.Justification = pointer(s.Reason)
	out.Properties = sarif.NewPropertyBag().Add("until", s.Until)
	return out
}

// relatedLocations are the file that a finding compares the report with, or its
// passages where some are shown.
func relatedLocations(f validate.Finding) []*sarif.Location {
	var list []*sarif.Location
	for _, pair := range f.Passages {
		location := fileLocation(f.Other.Path)
		location.Message = sarif.NewTextMessage(pair.There.Text)
		location.Properties = placeProperties(pair.There.Where)
		list = append(list, location)
	}
	if list == nil {
		list = append(list, fileLocation(f.Other.Path))
	}
	return list
}

func findingProperties(f validate.Finding, lang string) *sarif.PropertyBag {
	bag := sarif.NewPropertyBag().Add("code", f.Code).Add("figures", append([]string{}, f.Figures...))
	if f.Got != nil {
		bag.Add("got", *f.Got)
	}
	if f.Want != nil {
		bag.Add("want", *f.Want)
	}
	if f.Suspect != nil {
		bag.Add("suspect", *f.Suspect)
	}
	if len(f.Suspects) > 0 {
		bag.Add("suspects", f.Suspects)
	}
	if text := f.Explanation.In(lang); text != "" {
		bag.Add("explanation", text)
	}
	if f.Cause >= 0 {
		bag.Add("cause", f.Cause)
	}
	return bag
}

// placeProperties has the fields of a place under the names of the contract.
func placeProperties(where document.Place) *sarif.PropertyBag {
	data, _ := json.Marshal(where)
	fields := map[string]any{}
	_ = json.Unmarshal(data, &fields)
	if len(fields) == 0 {
		return nil
	}
	return &sarif.PropertyBag{Properties: fields}
}

func (s *sarifPrinter) Close() error {
	invocation := sarif.NewInvocation()
	invocation.ExecutionSuccessful = pointer(len(s.failed) == 0)
	invocation.ToolExecutionNotifications = append([]*sarif.Notification{}, s.failed...)
	s.run.Invocations = []*sarif.Invocation{invocation}
	report := sarif.NewReport()
	report.AddRun(s.run)
	data, err := encode(report)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%s\n", data)
	return err
}

func fileLocation(path string) *sarif.Location {
	artifact := sarif.NewSimpleArtifactLocation(uri(path))
	return sarif.NewLocationWithPhysicalLocation(sarif.NewPhysicalLocation().WithArtifactLocation(artifact))
}

// uri names a file: relative as it was given, absolute with its scheme.
func uri(path string) string {
	if path == "-" {
		return "stdin"
	}
	slashed := filepath.ToSlash(path)
	if !filepath.IsAbs(path) {
		return (&url.URL{Path: slashed}).String()
	}
	return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(slashed, "/")}).String()
}

func level(s validate.Severity) string {
	if s == validate.Info {
		return "note"
	}
	return string(s)
}

func message(text string) *sarif.MultiformatMessageString {
	return sarif.NewMultiformatMessageString().WithText(text)
}

func pointer[T any](value T) *T { return &value }
