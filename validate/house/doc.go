// Package house reads gouji.yaml, the house rules of an office: what it checks
// otherwise than the catalogue, and rules of its own that need no Go.
//
//	config, err := house.Read("gouji.yaml", data) // register.Problems: all that is wrong, with line and column
//	set := validate.NewSet(config.Options(time.Now()))
//
// The file stands beside the reports. example.yaml is a whole one; its parts,
// none of which must be there:
//
//	catalogue:                    # rules of the program, by code or id
//	  A19:
//	    off: true                 # not asked at all; or
//	    severity: info            # error, warning, info (错误、警告、提示)
//	    reason: …                 # every entry says why
//	limits:                       # thresholds, by the names that gouji rules shows
//	  carried-out-share:
//	    value: 0.3
//	    reason: …
//	deadlines:                    # by kind of unit: government, office, department, township, authorised
//	  township:
//	    date: 03-15               # of the year after the reported one; or 3月15日
//	    reason: …
//	topics:                       # what section 一 must speak of beside what the notice names
//	  - name: 公众参与
//	    words: [公众参与, 意见征集]  # one of them
//	    reason: …
//	rules:                        # own rules, see below
//	suppress:                     # findings that the office lives with: listed, not counted
//	  - organ: 某县民政局          # organ and year, or file: the report's path or its end
//	    year: 2024
//	    rule: A15                 # code or id, also of an own rule
//	    figure: applications.new.total  # optional: only where the finding is about this cell
//	    reason: …
//	    until: 2026-03-31         # the last day
//
// An own rule has an id, a code X01 to X99, title, severity, ground, why
// (optional), todo, figures (the cells that it is about, optional), message, and:
//
//	when: figure("applications.carried_out.total") > 0.3 * figure("applications.new.total")
//	message: 结转下年{{ figure("applications.carried_out.total") }}件
//	examples:                 # run by gouji rules test
//	  - bad: 结转过半
//	    facts: |              # the facts notation of package parser, also === previous
//	      applications.new 10 0 0 0 0 0 10
//	      applications.carried_out 6 0 0 0 0 0 6
//	    says: 6件              # optional: what the message must hold
//	  - good: 没有结转
//	    facts: applications.new 10 0 0 0 0 0 10
//
// # Expressions
//
// when is an expression in CEL, the Common Expression Language (cel.dev): true
// is a finding. It can only look at the report:
//
//	figure(id)       the number in a cell
//	sum(pattern)     the sum of cells, * for one word: "applications.denied.*.total"
//	state(id)        "number", "blank", "dash", "bad" or "absent"
//	section(1)       a section, with .title and .text; has_section(6)
//	text             all prose
//	claims           what the text says of numbers, where that is certain: each has
//	                 .kind .act .object .number .unit .text .sentence, in the words
//	                 of package claim: claims.exists(c, c.act == "received" && c.number > 9)
//	organ, year      as the title has them
//	template         "2019", "2021" or "mixed"
//	kind             the unit's kind, as the register (--register) has it
//	previous         last year's report: previous.figure(id), .state, .sum, .section, .organ, .year
//	has_previous     whether there is one
//	percent(x)       33.3%    abs(x)
//
// Whole and broken numbers mix, 7 / 2 is 3.5, and sums are exact to six
// decimals. Texts are in half width and without spaces, as package claim
// compares them; a literal that is not cannot be found and is refused.
//
// The bargain is that of all rules. Where a figure is blank, no number or not
// read for sure, where a section is missing, where last year's report is not
// there, where something is divided by 0: there the rule says nothing, unless
// the rest of the expression decides alone. Expressions have types and are
// checked when the file is read; they read no file and no clock, and are bounded
// in size, depth and cost. One that still cannot be worked out on a report is
// told as Trouble: that is the rule's fault, not the report's.
package house
