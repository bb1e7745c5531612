package store

import (
	"cmp"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"iter"
	"slices"

	"gouji/corpus"
	"gouji/validate"
)

// Run is one finished check of a batch.
type Run struct {
	Number int // from 1
	// Builder is what read the files (Open).
	Builder string
	About
}

// About is what a run was made with: what its results depend on beside the
// files, and what a letter or a dataset says of where they come from.
type About struct {
	Program string         `json:"program"` // its version
	Command []string       `json:"command"` // what was asked for, without what results do not depend on
	Rules   []Card         `json:"rules"`   // in force
	House   *Attachment    `json:"house,omitempty"`
	Units   *Attachment    `json:"register,omitempty"`
	Shard   corpus.Shard   `json:"shard,omitzero"`
	Skipped map[string]int `json:"skipped,omitempty"` // files of other kinds, by extension
	Expired []int          `json:"expired,omitempty"` // lines of House with suppressions whose day was over
}

// Attachment is a file that the office brought to the run, as it was then.
type Attachment struct {
	Path string `json:"path"`
	Data []byte `json:"data"`
}

// Card is a rule without its code.
type Card struct {
	ID       string            `json:"id"`
	Code     string            `json:"code"`
	Severity validate.Severity `json:"severity"`
	Title    validate.Text     `json:"title"`
	Ground   validate.Ground   `json:"ground"`
	Why      validate.Text     `json:"why"`
	Mend     validate.Text     `json:"mend"`
	Formula  validate.Text     `json:"formula"`
}

// NewCard is the card of a rule.
func NewCard(r *validate.Rule) Card {
	return Card{r.ID, r.Code, r.Severity, r.Title, r.Ground, r.Why, r.Mend, r.Formula}
}

// Card returns the card of a finding's rule, the zero Card when the run has none.
func (a *About) Card(f validate.Finding) Card {
	for _, card := range a.Rules {
		if card.ID == f.Rule {
			return card
		}
	}
	return Card{}
}

// Identity is a hash of all that the results of a run depend on. Two runs of the
// same identity have the same results.
func (s *Store) Identity(about About, files []corpus.File) string {
	sum := sha256.New()
	to := json.NewEncoder(sum) // neither fails: plain data goes into a hash
	to.Encode(s.builder)
	to.Encode(about)
	for _, f := range files {
		to.Encode([]any{f.Position, f.Previous, f.Path, f.SHA256, encodeError(f.Err).String})
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// Last returns the last finished run, and ErrNoRun when there is none.
func (s *Store) Last() (*Run, error) {
	return s.find("SELECT number, builder, about FROM run ORDER BY number DESC LIMIT 1")
}

// Run returns the run of a number.
func (s *Store) Run(number int) (*Run, error) {
	return s.find("SELECT number, builder, about FROM run WHERE number = ?", number)
}

// Same returns the last run if it has the identity, else nil.
func (s *Store) Same(identity string) (*Run, error) {
	run, err := s.find("SELECT number, builder, about FROM run WHERE identity = ? AND number = (SELECT max(number) FROM run)", identity)
	if errors.Is(err, ErrNoRun) {
		return nil, nil
	}
	return run, err
}

func (s *Store) find(query string, args ...any) (*Run, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	run, about := &Run{}, ""
	err := s.db.row(query, args...).Scan(&run.Number, &run.Builder, &about)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, ErrNoRun
	case err != nil:
		return nil, named(err)
	}
	return run, json.Unmarshal([]byte(about), &run.About)
}

// Files returns the files of a run, earlier reports included, in the order of
// the batch.
func (s *Store) Files(run *Run) ([]corpus.File, error) {
	var list []corpus.File
	for r, err := range s.rows(run.Number) {
		if err != nil {
			return nil, err
		}
		if r.role != roleRegister {
			list = append(list, r.file())
		}
	}
	slices.SortFunc(list, func(a, b corpus.File) int { return cmp.Compare(a.Position, b.Position) })
	return list, nil
}

// Results returns what the batch gave in a run, in its order. Of a run before
// the last the reports are gone, and only findings are left.
func (s *Store) Results(run *Run) iter.Seq2[corpus.Result, error] {
	return s.Select(run, func(string, int) bool { return true })
}

// Select is Results of the files that are wanted, by the organ and the year of
// their reports; empty and 0 where they are not known, as of files that could not
// be read. The others cost next to nothing.
func (s *Store) Select(run *Run, wanted func(organ string, year int) bool) iter.Seq2[corpus.Result, error] {
	return func(yield func(corpus.Result, error) bool) {
		for r, err := range s.rows(run.Number) {
			result := corpus.Result{}
			if err == nil && !(r.shown() && wanted(r.organ.String, int(r.year.Int64))) {
				continue
			}
			if err == nil {
				result, err = s.result(run, r)
			}
			if !yield(result, err) || err != nil {
				return
			}
		}
	}
}
