package validate

import (
	"fmt"
	"slices"

	"gouji/validate/register"
)

// deadlineRules are the rules about the day by which a report must be public.
// They need the register: only it says what a unit is.
var deadlineRules = []*Rule{deadlineDepartment, deadlineGovernment, deadlineLocal}

// The last days that article 49 of the Regulations sets, of the year after the
// reported one.
var (
	departmentDay = register.Day{Month: 1, Day: 31}
	governmentDay = register.Day{Month: 3, Day: 31}
)

// statutory is the last day that the Regulations set for a unit, nil when they
// name no such unit: of townships and sub-district offices they say nothing.
func statutory(u *register.Unit) *register.Day {
	switch u.Kind {
	case register.Department, register.Office:
		return &departmentDay
	case register.Government:
		return &governmentDay
	}
	return nil
}

// dated says for which reports the day is looked at. A date of a later year is
// that of a page which moved to a new site, not of publication.
var dated = Text{"名录写明类别、报告上有次年的日期", "units whose kind the register tells, with a date of the year after in the report"}

var deadlineDepartment = &Rule{
	ID: "deadline-department", Code: "P01", Severity: Error, Since: "0.2",
	Title:  Text{"部门报告晚于1月31日", "A department's report is later than 31 January"},
	Ground: regulation("第四十九条"),
	Why: Text{"县级以上人民政府部门应当在每年1月31日前向本级主管部门提交上一年度的报告并向社会公布。",
		"Departments of governments from county level up hand in and publish their report by 31 January."},
	Mend:    Text{"核对报告日期和公开日期；确实逾期的，向主管部门说明。", "Check the date of the report and of publication; explain the delay to the competent office."},
	Applies: dated, Needs: []Need{NeedsRegister},
	Formula: Text{"报告日期≤次年1月31日", "date of the report ≤ 31 January of the year after"},
	Check: func(r *Subject) []Finding {
		return late(r, register.Department, register.Office)
	},
}

var deadlineGovernment = &Rule{
	ID: "deadline-government", Code: "P02", Severity: Error, Since: "0.2",
	Title:  Text{"政府报告晚于3月31日", "A government's report is later than 31 March"},
	Ground: regulation("第四十九条"),
	Why: Text{"县级以上地方人民政府的报告应当在每年3月31日前向社会公布。",
		"Reports of governments from county level up are published by 31 March."},
	Mend:    Text{"核对报告日期和公开日期；确实逾期的，在报告中说明。", "Check the date of the report and of publication; explain the delay."},
	Applies: dated, Needs: []Need{NeedsRegister},
	Formula: Text{"报告日期≤次年3月31日", "date of the report ≤ 31 March of the year after"},
	Check:   func(r *Subject) []Finding { return late(r, register.Government) },
}

// late is the finding on a unit of one of the kinds that missed the day of the
// Regulations. A later day in the register is one that its office allows.
func late(r *Subject, kinds ...register.Kind) []Finding {
	if r.Unit == nil || !slices.Contains(kinds, r.Unit.Kind) || !pastDay(r, statutory(r.Unit)) {
		return nil
	}
	if local := localDay(r); local != nil && !pastDay(r, local) {
		return nil
	}
	return []Finding{lateFinding(r, *statutory(r.Unit))}
}

var deadlineLocal = &Rule{
	ID: "deadline-local", Code: "P03", Severity: Info, Since: "0.2",
	Title:  Text{"报告晚于本地规定的日期", "A report is later than the local day"},
	Ground: practice("乡镇、街道等的日期由各地通知规定，条例没有写明"),
	Why: Text{"报告日期晚于名录或本地规定的截止日期。",
		"The report is dated after the day that the register or the place sets."},
	Mend:    Text{"核对报告日期；逾期的，向主管部门说明。", "Check the date of the report; explain the delay to the competent office."},
	Applies: Text{"名录或 gouji.yaml 写明截止日期的单位", "units for which the register or gouji.yaml sets a day"},
	Needs:   []Need{NeedsRegister},
	Formula: Text{"报告日期≤名录里的截止日期", "date of the report ≤ the deadline in the register"},
	Check:   checkLocalDay,
}

func checkLocalDay(r *Subject) []Finding {
	if r.Unit == nil {
		return nil
	}
	local := localDay(r)
	if !pastDay(r, local) || pastDay(r, statutory(r.Unit)) {
		return nil
	}
	return []Finding{lateFinding(r, *local)}
}

// localDay is the last day that the place sets for the unit, nil for none.
func localDay(r *Subject) *register.Day {
	if r.Unit.Deadline != nil {
		return r.Unit.Deadline
	}
	if day, set := r.options.Deadlines[r.Unit.Kind]; set {
		return &day
	}
	return nil
}

// pastDay reports whether the report is dated after a day of the year after
// the reported one, and in that year.
func pastDay(r *Subject, day *register.Day) bool {
	d, doubt := r.Date, r.year != 0 && r.year != r.Year // title and text name different years
	if d == nil || day == nil || r.Year == 0 || doubt || d.Year != r.Year+1 {
		return false
	}
	return d.Month > day.Month || d.Month == day.Month && d.Day > day.Day
}

func lateFinding(r *Subject, day register.Day) Finding {
	return Finding{Where: r.Date.Where, Message: Text{
		fmt.Sprintf("报告日期%s，晚于%d年%d月%d日", dateText(*r.Date), r.Date.Year, day.Month, day.Day),
		fmt.Sprintf("The report is dated %d-%02d-%02d, after %d-%02d-%02d", r.Date.Year, r.Date.Month, r.Date.Day, r.Date.Year, day.Month, day.Day)}}
}
