package main

import (
	"slices"
	"strings"

	"gouji/parser/form"
)

// Fault is one thing put wrong in a report before its prose is written.
type Fault func(*Report)

// add changes a figure by some pieces.
func add(id string, pieces float64) Fault {
	return func(r *Report) {
		r.Figures[id] = number(r.Figures[id].Value + pieces)
	}
}

// printed puts something that is no number in place of a figure.
func printed(id, text string) Fault {
	return func(r *Report) { r.Figures[id] = Printed{State: stateOf(text), Text: text} }
}

// printedAll does it for all figures of a table whose id ends so.
func printedAll(table, ending, text string) Fault {
	return func(r *Report) {
		for _, cell := range r.table(table).Cells() {
			if strings.HasSuffix(cell.ID, ending) {
				printed(cell.ID, text)(r)
			}
		}
	}
}

// zerosPrinted prints the zeros of a table otherwise.
func zerosPrinted(table, text string) Fault {
	return func(r *Report) {
		for _, cell := range r.table(table).Cells() {
			if r.Figures[cell.ID] == number(0) {
				printed(cell.ID, text)(r)
			}
		}
	}
}

// stateOf knows only what the samples print; it is no reader of numbers.
func stateOf(text string) State {
	switch {
	case strings.Trim(text, "\u3000 ") == "":
		return Blank
	case slices.Contains([]string{"/", "—", "-", "无"}, text):
		return Dash
	}
	return Bad
}

// says lets the prose give a figure otherwise than the table.
func says(id string, v float64) Fault { return func(r *Report) { r.Says[id] = v } }

// saysOff is says with the table's figure changed by some pieces.
func saysOff(id string, pieces float64) Fault {
	return func(r *Report) { r.Says[id] = r.Figures[id].Value + pieces }
}

// withoutTable leaves a table out; its section keeps the heading.
func withoutTable(key string) Fault {
	return func(r *Report) {
		r.Tables = slices.DeleteFunc(r.Tables, func(t *form.Table) bool { return t.Key == key })
	}
}

// broken lists the identities that the figures break, each with the one cell
// that explains them when there is just one such cell.
func (r *Report) broken(clean map[string]Printed) []Want {
	var identities []form.Identity
	for _, t := range r.Tables {
		for _, identity := range t.Identities() {
			if r.breaks(identity) {
				identities = append(identities, identity)
			}
		}
	}
	suspect := r.suspect(identities, clean)
	var wants []Want
	for _, identity := range identities {
		want := Want{Rule: identity.Relation.Rule, Figure: identity.Right[0], Suspect: suspect}
		if suspect != "" {
			want.Value = clean[suspect].Value
		}
		wants = append(wants, want)
	}
	return wants
}

// breaks reports whether the two sides differ; with a figure that is no
// number nothing can be said.
func (r *Report) breaks(identity form.Identity) bool {
	for _, id := range slices.Concat(identity.Left, identity.Right) {
		if r.Figures[id].State != Number {
			return false
		}
	}
	return sum(r.Figures, identity.Left) != sum(r.Figures, identity.Right)
}

// suspect is the changed figure when only one was changed and two identities
// or more cross in it: a single broken identity fits each of its cells.
func (r *Report) suspect(broken []form.Identity, clean map[string]Printed) string {
	var changed []string
	for id, figure := range r.Figures {
		if figure.State == Number && figure != clean[id] {
			changed = append(changed, id)
		}
	}
	if len(changed) != 1 || len(broken) < 2 {
		return ""
	}
	return changed[0]
}
