package doc_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"gouji/parser/doc"
	"gouji/parser/document"
	"gouji/parser/docx"
)

// cellsOf are the texts of all cells, with their places.
func cellsOf(d *document.Document) string {
	var b bytes.Buffer
	for i, table := range d.Tables() {
		for _, c := range table.Cells {
			fmt.Fprintf(&b, "%d %d %d %s\n", i, c.Row, c.Column, c.Text)
		}
	}
	return b.String()
}

// The tracked sample has deleted figures; when the page that says so was lost, they
// came back into the text: 14 was read as 194.
func TestALostSectorNeverChangesACellInSilence(t *testing.T) {
	const sector = 512
	for _, name := range []string{"old-word.doc", "old-wps-tracked.wps"} {
		whole := sample(t, name)
		want := cellsOf(read(t, name))
		for at := 0; at+sector <= len(whole); at += sector {
			lost := bytes.Clone(whole)
			clear(lost[at : at+sector])
			d, err := doc.Read(context.Background(), lost, docx.Limits{})
			if err == nil && d.Damage == "" && d.Incomplete == "" {
				assert.Equal(t, want, cellsOf(d), "%s, sector at %d", name, at)
			}
		}
	}
}

func TestAPropertyThatIsNoneOfItsKindIsDamage(t *testing.T) {
	whole := sample(t, "old-wps-tracked.wps")
	deleted := []byte{0x00, 0x08, 0x01} // sprmCFRMarkDel, on
	for name, other := range map[string][]byte{
		"on with another bit":   {0x00, 0x08, 0x41},
		"a paragraph's":         {0x00, 0x04, 0x01},
		"nobody's":              {0x73, 0x08, 0x01}, // but who deleted it is told
		"longer than its place": {0x00, 0x68, 0x01},
	} {
		d, err := doc.Read(context.Background(), bytes.ReplaceAll(whole, deleted, other), docx.Limits{})
		require.NoError(t, err, name)
		assert.NotEmpty(t, d.Damage, name)
	}
}
