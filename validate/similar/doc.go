// Package similar finds texts that say the same, among many. Texts of passages
// go in, pairs of them come out, with how much they have in common and which
// passage stands beside which. It knows nothing of reports: what is compared,
// what is masked and what a share means is the caller's.
//
//	texts := []similar.Document{{Text: similar.NewText(a), Group: "甲"}, {Text: similar.NewText(b), Group: "乙"}}
//	for _, p := range similar.Search{Least: 0.85, Shortest: 500}.Pairs(texts) {
//		fmt.Println(p.First, p.Second, p.Share(), texts[p.First].Text.Beside(texts[p.Second].Text, 3))
//	}
//
// A character counts as the same when it stands in a run of Width characters
// that the other text has too, wherever: sentences may change places. That is
// what a person sees who lays two pages side by side, and one changed word
// takes no more than itself away.
//
// Comparing every pair of 3,000 texts would be 4.5 million comparisons. So the
// standard method is used: the runs (shingles) of each text are hashed, MinHash
// keeps a signature of 128 numbers, of which two texts agree in about the share
// of the shingles that they have in common, and locality-sensitive hashing cuts
// the signature into bands: texts that agree in one whole band are candidates.
// Only candidates are compared, and those exactly, so that chance can hide a
// pair but never make one. A text is tried with a bounded number of the others
// of a band: time and memory grow with the texts, not with their pairs.
//
// What very many texts of a run share is nobody's own: shingles that stand in
// more groups than Search.CommonIn count neither for nor against.
//
// The libraries for Go were looked at in 2026 (ekzhu/minhash-lsh and
// dgryski/go-minhash rest since 2017; others are newer than any use of them, or
// bring a database): none is well kept and knows shingles that do not count, and
// the method is shorter than the glue. All hashes are fixed: the same texts
// give the same pairs on every machine.
package similar
