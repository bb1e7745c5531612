package main

import (
	"math"
	"math/rand/v2"
	"strings"

	"gouji/parser/form"
)

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 0x676f756a69)) }

// figuresFor draws figures for the tables; all their identities hold.
func figuresFor(tables []*form.Table, scale Scale, random *rand.Rand) map[string]Printed {
	figures := map[string]Printed{}
	for _, t := range tables {
		for _, cell := range t.Cells() {
			figures[cell.ID] = number(0)
		}
		switch t.Key {
		case form.Disclosure:
			drawDisclosure(t, figures, scale, random)
		case form.Applications:
			drawApplications(t, figures, scale, random)
		case form.Remedies:
			drawRemedies(figures, scale, random)
		}
		settle(t, figures)
	}
	return figures
}

func number(v float64) Printed { return Printed{State: Number, Value: v} }

// settle computes the totals of a table: the right sides of one term first,
// then what was newly received, which the balance leaves open.
func settle(t *form.Table, figures map[string]Printed) {
	for _, identity := range t.Identities() {
		if len(identity.Right) == 1 {
			figures[identity.Right[0]] = number(sum(figures, identity.Left))
		}
	}
	for _, identity := range t.Identities() {
		if len(identity.Right) == 2 {
			received := sum(figures, identity.Right) - figures[identity.Left[1]].Value
			figures[identity.Left[0]] = number(received)
		}
	}
	for _, identity := range t.Identities() {
		if len(identity.Right) == 1 {
			figures[identity.Right[0]] = number(sum(figures, identity.Left))
		}
	}
}

func sum(figures map[string]Printed, ids []string) float64 {
	total := 0.0
	for _, id := range ids {
		total += figures[id].Value
	}
	return total
}

// weight says how often an outcome or an applicant is met: most cells of a
// real table are 0.
var weight = map[string]float64{
	"granted": 40, "partly_granted": 12, "unavailable.not_held": 25, "denied.administrative_inquiry": 5,
	"denied.third_party": 3, "denied.process_information": 3, "unavailable.needs_creation": 3, "unavailable.still_unclear": 2,
	"not_processed.petition": 5, "not_processed.duplicate": 3, "not_processed.confirmation": 1, "other.not_corrected": 4,
	"other.other": 1, "other": 3,
	"natural_person": 1, "business": 0.12, "legal_service": 0.05, "other_column": 0.02, "research": 0.004, "public_interest": 0.003,
}

func drawApplications(t *form.Table, figures map[string]Printed, scale Scale, random *rand.Rand) {
	busy := map[Scale]float64{Idle: 0, Small: 0.25, Large: 14}[scale]
	for _, cell := range t.Cells() {
		if strings.HasSuffix(cell.ID, ".total") || isTotalRow(cell.Row.Key) {
			continue
		}
		figures[cell.ID] = number(poisson(busy*rate(cell)*(0.5+random.Float64()), random))
	}
	if busy > 0 {
		carry(figures, random)
	}
}

func isTotalRow(key string) bool { return key == "total" || key == "new" }

func rate(cell form.Cell) float64 {
	column := cell.Column.Key
	if column == "other" {
		column = "other_column"
	}
	row, ok := weight[cell.Row.Key]
	if strings.HasPrefix(cell.Row.Key, "carried") {
		return 0
	}
	if !ok {
		row = 0.3
	}
	return row * weight[column]
}

// carry draws what stays open at both ends of the year. What is carried in was
// either decided or carried on, so it never exceeds those.
func carry(figures map[string]Printed, random *rand.Rand) {
	for _, column := range []string{"natural_person", "business"} {
		decided := figures["applications.granted."+column].Value
		figures["applications.carried_in."+column] = number(math.Floor(decided * random.Float64() * 0.4))
		figures["applications.carried_out."+column] = number(math.Floor(decided * random.Float64() * 0.3))
	}
}

func drawRemedies(figures map[string]Printed, scale Scale, random *rand.Rand) {
	busy := map[Scale]float64{Idle: 0, Small: 0.3, Large: 9}[scale]
	for _, group := range []string{"reconsideration", "litigation_direct", "litigation_after_reconsideration"} {
		for result, often := range map[string]float64{"upheld": 1, "corrected": 0.3, "other": 0.4, "pending": 0.3} {
			figures[form.ID(form.Remedies, group, result)] = number(math.Round(busy * often))
		}
		busy *= 0.5 + 0.3*random.Float64()
	}
}

func poisson(mean float64, random *rand.Rand) float64 {
	if mean > 40 {
		return math.Max(0, math.Round(mean+math.Sqrt(mean)*random.NormFloat64()))
	}
	limit, product, n := math.Exp(-mean), random.Float64(), 0.0
	for product > limit {
		product *= random.Float64()
		n++
	}
	return n
}

func drawDisclosure(t *form.Table, figures map[string]Printed, scale Scale, random *rand.Rand) {
	set := func(keys string, v float64) {
		if id := form.Disclosure + "." + keys; hasCell(t, id) {
			figures[id] = number(v)
		}
	}
	up := math.Pow(30, float64(scale))
	draw := func(most float64) float64 { return math.Floor(random.Float64() * most) }
	issued, repealed := draw(6), draw(4)
	set("normative_documents.issued", issued)
	set("normative_documents.repealed", repealed)
	set("normative_documents.in_force", issued+draw(40))
	set("normative_documents.made", issued)
	set("normative_documents.published", issued)
	set("normative_documents.public_total", issued+draw(40))
	for _, row := range []string{"licensing", "other_services", "penalties", "coercion", "fees"} {
		set(row+".previous_items", 5+draw(60))
		set(row+".change", draw(9)-4)
		set(row+".decisions", 200+draw(40*up))
	}
	set("fees.amount", math.Round(random.Float64()*up*1000)/100)
	set("procurement.items", 2+draw(up))
	set("procurement.amount", math.Round(random.Float64()*up*10000)/100)
}

func hasCell(t *form.Table, id string) bool {
	for _, cell := range t.Cells() {
		if cell.ID == id {
			return true
		}
	}
	return false
}
