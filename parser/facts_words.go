package parser

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"gouji/parser/form"
)

// cutWord takes the first word off a text that begins with one.
func cutWord(s string) (factWord, string, error) {
	if s[0] != '"' {
		if end := strings.IndexAny(s, " \t"); end >= 0 {
			return factWord{text: s[:end]}, s[end:], nil
		}
		return factWord{text: s}, "", nil
	}
	quoted, err := strconv.QuotedPrefix(s)
	if err != nil {
		return factWord{}, "", ErrQuote
	}
	text, err := strconv.Unquote(quoted)
	if err != nil {
		return factWord{}, "", ErrQuote
	}
	return factWord{text, true}, s[len(quoted):], nil
}

// freeText is a statement's free text: 政府 信息 is kept with its space.
func freeText(words []factWord) string {
	parts := make([]string, len(words))
	for i, w := range words {
		parts[i] = w.text
	}
	return strings.Join(parts, " ")
}

// oneText is the single quoted text that a statement takes.
func oneText(words []factWord) (string, error) {
	if len(words) != 1 || !words[0].quoted {
		return "", ErrArguments
	}
	return words[0].text, nil
}

// textAndMatch is a wording as printed and, where it is told, how well it agrees.
func textAndMatch(words []factWord) (text string, match Match, told bool, err error) {
	if len(words) == 0 || len(words) > 2 || !words[0].quoted {
		return "", 0, false, ErrArguments
	}
	if len(words) == 1 {
		return words[0].text, 0, false, nil
	}
	for m, name := range matchNames {
		if name == words[1].text {
			return words[0].text, Match(m), true, nil
		}
	}
	return "", 0, false, ErrArguments
}

var matchNames = []string{NoMatch: "none", Near: "near", Variant: "variant", Exact: "exact"}

// wordingMatch says how well a printed wording agrees with the official one.
func wordingMatch(printed, official string, variants []string) Match {
	c := newCandidate(official, variants, nil)
	return c.compare(wordingOf(printed), nil).match
}

// entry is what the notation says of one cell; absent cells have no state.
type entry struct {
	state State
	value float64
	raw   string
	doubt string
}

// cellsOf reads the values of n cells: one word or value for each of them, or
// one value, with what is told of it, for all.
func cellsOf(words []factWord, n int) ([]entry, error) {
	if len(words) == n && n > 1 {
		return cellEach(words)
	}
	one, err := cellOf(words)
	if err != nil {
		return nil, err
	}
	cells := make([]entry, n)
	for i := range cells {
		cells[i] = one
	}
	return cells, nil
}

func cellEach(words []factWord) ([]entry, error) {
	cells := make([]entry, len(words))
	for i, w := range words {
		c, err := plainCell(w)
		if err != nil {
			return nil, err
		}
		cells[i] = c
	}
	return cells, nil
}

// cellOf reads one value and what is told of it: 1036 as "1 036" doubtful "…".
func cellOf(words []factWord) (entry, error) {
	if len(words) == 0 {
		return entry{}, ErrArguments
	}
	if words[0].text == "text" && len(words) > 1 {
		words = words[1:]
	}
	c, err := plainCell(words[0])
	if err != nil || len(words)%2 == 0 {
		return c, orArguments(err)
	}
	for rest := words[1:]; len(rest) > 0; rest = rest[2:] {
		switch {
		case rest[0].text == "as" && rest[1].quoted:
			c.raw = rest[1].text
		case rest[0].text == "doubtful" && rest[1].quoted:
			c.doubt = rest[1].text
		default:
			return entry{}, ErrArguments
		}
	}
	return c, nil
}

func orArguments(err error) error {
	if err == nil {
		return ErrArguments
	}
	return err
}

// plainCell reads the value of a cell from one word.
func plainCell(w factWord) (entry, error) {
	switch {
	case w.quoted:
		return entry{state: Bad, raw: w.text}, nil
	case w.text == "blank":
		return entry{state: Blank}, nil
	case w.text == "absent":
		return entry{}, nil
	case w.text == "dash":
		return entry{state: Dash, raw: "/"}, nil
	}
	if r := readNumber(w.text, form.Count); r.state == Dash {
		return entry{state: Dash, raw: w.text}, nil
	}
	value, err := strconv.ParseFloat(w.text, 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) {
		return entry{}, fmt.Errorf("%w: %s", ErrValue, w.text)
	}
	return entry{state: Number, value: value, raw: plainNumberText(value)}, nil
}

// plainNumberText is a number as the notation writes it: 3120, 26.55.
func plainNumberText(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }

// dateOf reads 2024-12-31. It takes any day that a document can print, also
// one that no calendar has.
func dateOf(w factWord) (Date, error) {
	var d Date
	n, err := fmt.Sscanf(w.text, "%d-%d-%d", &d.Year, &d.Month, &d.Day)
	if err != nil || n != 3 || isoDate(d) != w.text {
		return Date{}, fmt.Errorf("%w: %s is no date", ErrArguments, w.text)
	}
	return d, nil
}

// isoDate writes 2024-12-31.
func isoDate(d Date) string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }
