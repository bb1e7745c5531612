// Package validate says what is wrong with a report.
//
// A Rule is a value: what it is called, what it rests on, how heavy it is, why
// it matters and what to do, and a function that looks at a report. The rules
// stand in one list, in rules.go; Run asks each of them and knows none. To add
// a rule, write its value in the file of its theme, put it on the list, and give
// it examples in testdata/<rule-id>.txtar: at least one bad and one good.
//
//	r, _ := parser.ReadFacts(strings.NewReader(`
//		applications.new.natural_person   3
//		applications.total.natural_person 2`))
//	for _, f := range validate.Run(r) {
//		fmt.Println(f.Code, f.Message.ZH) // A01 表三自然人列：新收 3 + 结转 0 = 3，总计 2 + 结转下年 0 = 2 …
//	}
//
// Run first prepares a Subject: the report's figures by id, its sums, its prose
// as sentences. Sums are the identities of parser/form, so no formula is written
// twice. A sum over a cell that is blank, a dash, absent, unreadable or doubtful
// is not assessable: it neither passes nor fails. The same holds for every rule
// that compares figures; only the rules about blanks themselves look at blanks.
//
// Sums that are broken are explained together: residual.go holds what each is off
// by, explain.go searches the smallest set of slips that settles them all, and
// account.go names the cells where that set is the only one of its size. cause.go then puts findings that follow from others
// below them: a report on the old form has one finding, not forty.
//
// What the prose says of numbers is read by parser/claim; reading.go has the
// numbers of the tables that a claim may mean. An official who is told wrongly that his
// numbers disagree stops believing the rest; a miss costs less.
//
// A ground says how binding a rule is. Only what a regulation or a notice says
// is Official; what reviews of published reports complain of is Practice, and
// what follows from the words of the form is Logic.
package validate
