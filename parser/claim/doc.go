// Package claim reads what the prose of a report says of numbers: paragraphs
// go in, claims come out. It knows no table and judges nothing.
//
//	sentences := claim.Sentences([]claim.Paragraph{{Section: 1, Text: "全年新收政府信息公开申请３５件，上年结转两件，办结34件。"}})
//	for _, c := range claim.Read(sentences) {
//		fmt.Println(c.Act, c.Object, c.Quantity.Value) // received application 35, carried in application 2, closed application 34
//	}
//
// The way of a sentence:
//
//   - sentence.go cuts paragraphs at full stops, in half width and without
//     spaces (flat.go), and keeps what the sub-heading above is about.
//   - token.go cuts a sentence into words. lexicon.go has the words and their
//     kinds, one letter each; quantity.go reads numbers: ３５件, 三十二件, 40余件,
//     3至5件, 1.2万条. What is in no list becomes a token of unknown text.
//   - grammar.go has the wordings of claims as patterns over the letters:
//     received applications are `RA#`, whatever words R and A stand for.
//   - context.go looks at the words before: which year and whose numbers; part.go,
//     by which channel, a part of which whole; object.go finds an object that was
//     left out. reason.go knows the rows of table three by their labels.
//   - statement.go reads what is said without a number: 未收到, 均已办结.
//   - fee.go reads the money that was collected for processing information.
//
// The bargain: whatever is not certain about a claim is said in its Doubt, and
// between the words of a pattern stands nothing that the lexicon does not know.
// 受理信访件120件 is a number, but no claim about applications. So that a person
// can see what was understood, every number of pieces gives a claim, if only
// one that says that nobody knows what it counts:
//
//	gouji show --stage claims 年报.pdf
package claim
