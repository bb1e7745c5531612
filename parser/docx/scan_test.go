package docx

import (
	"context"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// ours is the events of a part by our scanner: <name, >, and text.
func ours(src string) ([]string, bool) {
	s := newScanner(context.Background(), "x", src, Limits{}.withDefaults())
	var events []string
	for {
		switch s.next() {
		case start:
			val, _ := s.attr("val")
			events = append(events, "<"+s.local+"="+val)
		case end:
			events = append(events, ">")
		case text:
			events = add(events, len(s.open), s.unescape(s.chars))
		case verbatim:
			events = add(events, len(s.open), s.chars)
		case none:
			return events, s.err == nil
		}
	}
}

// theirs is the same by encoding/xml.
func theirs(src string) ([]string, bool) {
	decoder := xml.NewDecoder(strings.NewReader(src))
	var events []string
	depth := 0
	for {
		token, err := decoder.Token()
		switch {
		case err == io.EOF:
			return events, true
		case err != nil:
			return events, false
		}
		switch token := token.(type) {
		case xml.StartElement:
			depth++
			val := ""
			for _, attr := range token.Attr {
				if attr.Name.Local == "val" && attr.Name.Space != "xmlns" {
					val = attr.Value
					break
				}
			}
			events = append(events, "<"+token.Name.Local+"="+val)
		case xml.EndElement:
			depth--
			events = append(events, ">")
		case xml.CharData:
			events = add(events, depth, string(token))
		}
	}
}

// add joins neighbouring texts; text outside the root is none.
func add(events []string, depth int, text string) []string {
	if depth == 0 || text == "" {
		return events
	}
	if last := len(events) - 1; last >= 0 && strings.HasPrefix(events[last], "'") {
		events[last] += text
		return events
	}
	return append(events, "'"+text)
}

var scanned = []string{
	documentXML(p("a") + tbl(tr("1", "2"))),
	`<?xml version="1.0"?><!-- <a> --><a  val = "1>2"><b val='&lt;"'/>x&amp;y<![CDATA[<&]]>z<!-- > --></a >`,
	"<a\n\tval=\"1\"\n/>",
	`<p:a xmlns:p="u" p:val="1"><p:b q:val="2"/></p:a>`,
	`<a>&#x4E00;&#20108;</a>`,
	`<a><b></a>`,
	`<a>`,
	`<a>&nope;</a>`,
	`<a val="<"/>`,
	`</a>`,
	`<:/>`,
	`<a :val="1" xmlns:val="2"/>`,
}

func TestScannerAgreesWithEncodingXML(t *testing.T) {
	for _, src := range scanned {
		want, valid := theirs(src)
		got, ok := ours(src)
		assert.Equal(t, valid, ok, src)
		if valid {
			assert.Equal(t, want, got, src)
		}
	}
}

func TestNamespacesHaveScopes(t *testing.T) {
	src := `<w:a xmlns:w="` + transitional + `"><x:b xmlns:x="` + strict + `" xmlns:w="urn:other"><w:c/></x:b><w:d/><x:e/><f xmlns="` + transitional + `"/></w:a>`
	s := newScanner(context.Background(), "x", src, Limits{}.withDefaults())
	found := map[string]space{}
	for token := s.next(); token != none; token = s.next() {
		if token == start {
			found[s.local] = s.space
		}
	}
	assert.Nil(t, s.err)
	assert.Equal(t, map[string]space{"a": word, "b": word, "c": foreign, "d": word, "e": foreign, "f": word}, found)
}

func TestANamespaceIsNoAttribute(t *testing.T) {
	s := newScanner(context.Background(), "x", `<w:tcW xmlns:w="u" w:type="dxa" w:w="900.0"/>`, Limits{}.withDefaults())
	assert.True(t, s.root())
	assert.Equal(t, 900, s.number("w", unset))
	assert.Equal(t, unset, s.number("none", unset))
}

func TestEachSkipsWhatAVisitLeaves(t *testing.T) {
	s := newScanner(context.Background(), "x", `<a><b><c><d/></c></b>x<e>5<g/>6</e><f/></a>`, Limits{}.withDefaults())
	assert.True(t, s.root())
	var names []string
	s.each(func() {
		names = append(names, s.local)
		if s.local == "e" {
			assert.Equal(t, "56", s.content())
		}
	})
	assert.Equal(t, []string{"b", "e", "f"}, names)
}
