package scan

import "context"

// words reads strips as words; those of which it made far fewer characters than
// stand there, or is unsure, it reads once more in another way, and keeps what
// it is surer of.
func (r *reader) words(ctx context.Context, strips []strip) ([][]reading, error) {
	all, err := r.each(ctx, strips, chinese)
	if err != nil {
		return nil, err
	}
	var at []int
	var again []strip
	for i := range strips {
		if r.overlooked(&strips[i], all[i]) || surely(all[i]) < unsure*float64(len(all[i])) {
			at, again = append(at, i), append(again, strips[i])
		}
	}
	second, err := r.each(ctx, again, chineseRaw)
	for i, readings := range second {
		if surely(readings) > surely(all[at[i]]) {
			all[at[i]] = readings
		}
	}
	return all, err
}

const (
	// fewest, share of the squares that fit into a strip: a reading with fewer
	// characters has lost some.
	fewest = 0.6
	// unsure, percent: characters of clear print are read with 99 on average,
	// garbled ones with 88.
	unsure = 95.0
)

// overlooked reports whether a strip has room for more characters than were
// read: a character is as wide as its line is high, or narrower.
func (r *reader) overlooked(s *strip, readings []reading) bool {
	squares := 0.0
	for _, i := range s.lines {
		box := r.lines[i].box
		squares += float64(box.Dx()) / float64(box.Dy())
	}
	return float64(len([]rune(textOf(readings, unset)))) < fewest*squares
}

// surely adds up how sure the recogniser is of each character.
func surely(readings []reading) float64 {
	sum := 0.0
	for _, c := range readings {
		sum += c.sure
	}
	return sum
}
