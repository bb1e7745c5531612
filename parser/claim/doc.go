// Package claim reads the prose of a report: paragraphs go in, sentences come
// out, in half width and without spaces, each with its place, the section it
// stands in and the topic of the heading above it.
package claim
