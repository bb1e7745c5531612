package main

import (
	"os"

	"gouji/validate"
)

// paint colours text for a terminal; false leaves it plain.
type paint bool

func (p paint) with(code, text string) string {
	if !p || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p paint) bold(text string) string { return p.with("1", text) }

func (p paint) dim(text string) string { return p.with("2", text) }

func (p paint) severity(s validate.Severity, text string) string {
	return p.with(map[validate.Severity]string{
		validate.Error: "1;31", validate.Warning: "33", validate.Info: "36",
	}[s], text)
}

// paint decides whether standard output is coloured: --color, then NO_COLOR
// (no-color.org), then whether it is a terminal that knows how.
func (p *program) paint() paint {
	switch p.color {
	case "always":
		return true
	case "never":
		return false
	}
	_, watched := terminal(p.out)
	return paint(watched && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && enableColour())
}
