package ledongthuc

import (
	"os"
	"testing"
)

// TestMain makes the test program serve as its own child, as a command does.
func TestMain(m *testing.M) {
	ChildMain()
	os.Exit(m.Run())
}
