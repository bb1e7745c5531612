package mhtml

import (
	"bytes"
	"io"
)

// RFC 2045, 6.7: a line of quoted-printable text has at most 76 characters, and
// programs fill it up before they break it softly. Bytes that a file lost or gained
// show as a line that is too short or too long.

const (
	longestLine = 76
	fullLine    = longestLine - 9 // one character of Chinese, =E7=9C=81, may not fit
)

// lineMeter passes quoted-printable text on and measures its lines.
type lineMeter struct {
	io.Reader
	length int  // of the line so far
	soft   bool // it ends with = so far

	full, short, long int // lines that are broken softly
}

// Read implements io.Reader.
func (m *lineMeter) Read(p []byte) (int, error) {
	n, err := m.Reader.Read(p)
	for rest := p[:n]; len(rest) > 0; {
		line, after, ended := bytes.Cut(rest, []byte("\n"))
		m.take(line)
		if ended {
			m.end()
		}
		rest = after
	}
	return n, err
}

func (m *lineMeter) take(line []byte) {
	if line = bytes.TrimSuffix(line, []byte("\r")); len(line) > 0 {
		m.length += len(line)
		m.soft = line[len(line)-1] == '='
	}
}

func (m *lineMeter) end() {
	switch {
	case m.length > longestLine:
		m.long++
	case m.soft && m.length >= fullLine:
		m.full++
	case m.soft:
		m.short++
	}
	m.length, m.soft = 0, false
}

// torn reports whether a few lines are not as long as nearly all others. Where
// many are, the program broke them so.
func (m *lineMeter) torn() bool {
	const few = 20 // one in so many: a file has some hundred lines
	odd := m.short + m.long
	return odd > 0 && odd*few <= m.full
}
