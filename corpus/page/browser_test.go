package page_test

import (
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/net/html"
)

// rendered is the document that Chromium makes of the shared page at a route.
func rendered(t *testing.T, route string) []byte {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium")
	}
	path := filepath.Join(t.TempDir(), "page.html")
	lay(t, path, whole(t))
	const patience = 20 * time.Second // it takes one, on a machine that does nothing else
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu",
		"--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+filepath.ToSlash(path)+route).Output()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		t.Skip("chromium is too slow here")
	}
	if err != nil || !strings.Contains(string(out), `id="main"`) {
		t.Skip("chromium does not run here, or may not read the file, as where it is confined")
	}
	return out
}

// within collects the elements below the one that the scripts fill.
func within(t *testing.T, data []byte) (list []*html.Node) {
	t.Helper()
	visit(t, data, func(n *html.Node) {
		if attribute(n, "id") != "main" {
			return
		}
		for child := range n.Descendants() {
			if child.Type == html.ElementNode {
				list = append(list, child)
			}
		}
	})
	return list
}

func TestABrowserShowsTheOverview(t *testing.T) {
	texts, rows := "", 0
	for _, n := range within(t, rendered(t, "#/")) {
		assert.NotContains(t, []string{"img", "script"}, n.Data, "strangers' words are text")
		switch attribute(n, "class") {
		case "path":
			texts += n.FirstChild.Data + "\n"
		case "state-read", "state-unread":
			rows++
		}
	}
	assert.Contains(t, texts, hostile)
	assert.Equal(t, 5, rows)
}

func TestABrowserShowsAReport(t *testing.T) {
	all := decoded[overview](t, scripts(t, whole(t))["run"])
	classes := map[string]string{} // of table cells and boxes, by cell
	pictures, addends := 0, 0
	for _, n := range within(t, rendered(t, "#/"+numberOf(t, all, rowSum))) {
		id, class := attribute(n, "data-cell"), attribute(n, "class")
		switch {
		case n.Data == "img":
			pictures++
			assert.True(t, strings.HasPrefix(attribute(n, "src"), "data:image/png;base64,"))
		case n.Data == "button" && id != "":
			addends++
		case id != "":
			classes[n.Data+" "+id] = class
		}
	}
	assert.Equal(t, 2, pictures)
	assert.Equal(t, "cell is-number faulty error", classes["td applications.unavailable.not_held.total"], "the suspect")
	assert.Equal(t, "spot faulty error", classes["rect applications.unavailable.not_held.total"])
	assert.Equal(t, "cell is-number involved error", classes["td applications.granted.total"])
	assert.Equal(t, "cell is-number", classes["td disclosure.licensing.decisions"])
	assert.Equal(t, 13, addends, "every addend that is not 0, and the totals: 11 and 2")
}
