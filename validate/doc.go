// Package validate says what is wrong with a report.
//
// A Rule is a value: what it is called, what it rests on, how heavy it is, why
// it matters and what to do, and a function that looks at a report. Each theme
// (outline.go, cells.go, applications.go, narrative.go …) lists its rules; rules.go
// puts the lists together, and check asks each rule and knows none. To add a
// rule, write its value in the file of its theme, list it there, and give it
// examples in testdata/<rule-id>.txtar: at least one bad and one good.
//
//	r, _ := parser.ReadFacts(strings.NewReader(`
//		applications.new.natural_person   3
//		applications.total.natural_person 2`))
//	for _, f := range validate.Run(r) {
//		fmt.Println(f.Code, f.Message.ZH) // A01 表三自然人列：新收 3 + 结转 0 = 3，总计 2 + 结转下年 0 = 2 …
//	}
//
// Reports are checked in a Set: Link finds what they are to each other (the years
// of an organ, the files of a report, the units of a register, texts that say the
// same), then each is checked as a Subject: the report, what it is to others, its
// figures by id, its sums, its prose as sentences and claims. Run is a set of one.
//
// Sums are the identities of parser/form, so no formula is written twice. A sum
// over a cell that is blank, a dash, absent, unreadable or doubtful is not
// assessable: it neither passes nor fails. The same holds for every rule that
// compares figures; only the rules about blanks themselves look at blanks. What is
// missing beside the report, last year's or a child's, makes a rule silent too.
//
// Sums that are broken are explained together: residual.go holds what each is off
// by, explain.go searches the smallest set of slips that settles them all, and
// account.go names the cells where that set is the only one of its size. cause.go
// then puts findings that follow from others below them: a report on the old form
// has one finding, not forty.
//
// What the prose says of numbers is read by parser/claim; reading.go has the
// numbers of the tables that a claim may mean. An official who is told wrongly
// that his numbers disagree stops believing the rest; a miss costs less.
//
// What an office decides for itself stands in Options: rules off or otherwise
// weighed, thresholds (limit.go), findings that it lives with, rules of its own.
// Package house reads them from gouji.yaml, package register the list of units.
//
// A ground says how binding a rule is. Only what a regulation or a notice says
// is Official; what reviews of published reports complain of is Practice, and
// what follows from the words of the form is Logic.
package validate
