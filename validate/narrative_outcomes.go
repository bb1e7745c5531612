package validate

import (
	"fmt"
	"strings"

	"gouji/parser/claim"
)

// outcomeRules are the rules about what the text says of the handling of
// applications.
var outcomeRules = []*Rule{narrativeClosed, narrativeOutcome}

var narrativeClosed = &Rule{
	ID: "narrative-closed", Code: "N02", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文与表三的办结、答复数不一致", "The text's number closed or answered is not the table's"},
	Ground:  logic("正文和表三说的是同一批申请"),
	Applies: Text{"正文写明办结、答复件数的报告", "reports whose text gives a number closed or answered"},
	Formula: Text{"正文的办结（答复）件数＝（七）总计，或总计－（六）其他处理，或再减上年结转；办理件数还可以是本年新收，或新收＋上年结转",
		"closed or answered in the text = total, or total - other outcomes, or those less what was carried in; handled may also be new, or new + carried in"},
	Why: Text{"正文写的办结（答复、办理）件数与表三“（七）总计”对不上，减去其他处理也对不上。多因取数时间不同，或改了一处没有改另一处。",
		"The text's number closed, answered or handled is not the total of table three, nor the total without other outcomes: one was changed and the other not, or they were taken at different times."},
	Mend:    Text{"以台账为准，统一正文和表三；口径不同的在正文写明。", "Bring text and table into line with the register; if they count differently, say so in the text."},
	Follows: []string{"applications-outcome-sum", "applications-balance"},
	Check:   checkClosed,
}

func checkClosed(r *Subject) []Finding {
	list := r.closedReadings().compare(r, r.said(claim.Application, claim.Closed, claim.Answered))
	handled := append(r.closedReadings(), receivedReadings...)
	return append(list, handled.compare(r, r.said(claim.Application, claim.Handled))...)
}

// closedReadings are what 办结 and 答复 may mean: also only those of the year's
// own, 收到126件，年内办结121件.
func (s *Subject) closedReadings() readings {
	total, other := []string{handledTotal}, groupTotals(s, "other")
	return readings{
		{Text{"总计", "total"}, total, nil},
		{Text{"不含其他处理", "without other outcomes"}, total, other},
		{Text{"不含上年结转", "without those carried in"}, total, []string{carriedInTotal}},
		{Text{"不含上年结转和其他处理", "without those carried in and other outcomes"}, total, append([]string{carriedInTotal}, other...)},
	}
}

// receivedReadings are what 收到 may mean.
var receivedReadings = readings{
	{Text{"本年新收", "new"}, []string{newTotal}, nil},
	{Text{"含上年结转", "with those carried in"}, []string{newTotal, carriedInTotal}, nil},
}

// compare gives a finding when no claim means any of the readings.
func (list readings) compare(r *Subject, claims []claim.Claim) []Finding {
	c := list.contradicted(r, claims)
	if c == nil {
		return nil
	}
	value, _ := list[0].value(r)
	table, told := tableOf(list.ids()[0]), list.tell(r)
	return []Finding{claimFinding(*c, value, list.ids(), Text{
		fmt.Sprintf("正文写“%s”，%s%s", c.Text, table.ZH, told.ZH),
		fmt.Sprintf("The text says %q; %s has %s", c.Text, table.EN, told.EN)})}
}

var narrativeOutcome = &Rule{
	ID: "narrative-outcome", Code: "N05", Severity: Warning, Since: "0.2",
	Words:   true,
	Title:   Text{"正文与表三的办理结果数不一致", "The text's numbers by outcome are not the table's"},
	Ground:  practice("已公开的年报中，正文的各类办理结果与表三对不上"),
	Applies: Text{"正文写明各类办理结果件数的报告", "reports whose text gives numbers by outcome"},
	Formula: Text{"正文的予以公开、部分公开、不予公开、无法提供、不予处理、其他处理件数＝表三该类各行总计之和；用表三行名写的件数＝该行（或该类）总计",
		"granted, partly granted, denied, unavailable, not processed and other in the text = the sum of the totals of the group's rows; by a row's label = the total of the row, or of its group"},
	Why: Text{"正文写的某一类办理结果的件数，不等于表三这一类各行总计之和；或用行名（如“本机关不掌握”）写的件数不等于这一行。多因正文归类与表三不同，或改了一处没有改另一处。",
		"The text's number for an outcome is not the sum of its rows in table three, or one by a row's label is not the row's: the text sorts cases differently, or one was changed and the other not."},
	Mend:    Text{"对照台账核对这一类各行，统一正文和表三。", "Check the rows of the group against the register and bring text and table into line."},
	Follows: []string{"applications-outcome-sum", "applications-row-sum"},
	Check:   checkOutcome,
}

// outcomeGroup is a heading of table three by what the text calls it.
type outcomeGroup struct {
	act  claim.Act
	name Text
	rows []string
}

func (g *outcomeGroup) reading(r *Subject) reading {
	var ids []string
	for _, row := range g.rows {
		ids = append(ids, groupTotals(r, row)...)
	}
	return reading{name: g.name, plus: ids}
}

var outcomeGroups = []outcomeGroup{
	{claim.Granted, Text{"予以公开", "granted"}, []string{"granted"}},
	{claim.PartlyGranted, Text{"部分公开", "partly granted"}, []string{"partly_granted"}},
	{claim.GrantedOrPartly, Text{"予以公开和部分公开", "granted and partly granted"}, []string{"granted", "partly_granted"}},
	{claim.Denied, Text{"不予公开", "denied"}, []string{"denied"}},
	{claim.Unavailable, Text{"无法提供", "unavailable"}, []string{"unavailable"}},
	{claim.NotProcessed, Text{"不予处理", "not processed"}, []string{"not_processed"}},
	{claim.OtherOutcome, Text{"其他处理", "other"}, []string{"other"}},
	{claim.EnforcementFile, Text{"属于行政执法案卷", "enforcement files"}, []string{"denied.enforcement_file"}},
	{claim.NotHeld, Text{"本机关不掌握", "not held"}, []string{"unavailable.not_held"}},
	{claim.NeedsCreation, Text{"没有现成信息", "needing creation"}, []string{"unavailable.needs_creation"}},
	{claim.StillUnclear, Text{"补正后仍不明确", "still unclear"}, []string{"unavailable.still_unclear"}},
	{claim.Petition, Text{"信访举报投诉类申请", "petitions"}, []string{"not_processed.petition"}},
	{claim.NotCorrected, Text{"逾期不补正", "not corrected"}, []string{"other.not_corrected"}},
}

// heading is the group that a row of table three stands in: prose that gives one
// reason may mean all of its heading, 因本机关不掌握等无法提供5件.
func (g *outcomeGroup) heading() (row string, ok bool) {
	heading, _, ok := strings.Cut(g.rows[0], ".")
	return heading, ok
}

func checkOutcome(r *Subject) []Finding {
	var list []Finding
	for _, g := range outcomeGroups {
		meant := readings{g.reading(r)}
		if g.act == claim.Granted { // 予以公开70件（含部分公开18件）
			ids := append(groupTotals(r, "granted"), groupTotals(r, "partly_granted")...)
			meant = append(meant, reading{Text{"含部分公开", "with those granted in part"}, ids, nil})
		}
		if heading, ok := g.heading(); ok {
			meant = append(meant, reading{Text{"这一类", "of its heading"}, groupTotals(r, heading), nil})
		}
		list = append(list, meant.compare(r, r.said(claim.Application, g.act))...)
	}
	return list
}
