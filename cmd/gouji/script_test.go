package main

import (
	"archive/zip"
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"gouji/parser/pdf/ledongthuc"
)

func TestMain(m *testing.M) {
	ledongthuc.ChildMain()
	testscript.Main(m, map[string]func(){"gouji": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			samples, err := filepath.Abs("../../corpus/samples")
			env.Setenv("SAMPLES", samples)
			env.Setenv("LOCKED", filepath.Join(samples, "../../parser/locked/testdata"))
			if cache, err := os.UserCacheDir(); err == nil {
				env.Setenv("XDG_CACHE_HOME", cache) // PDFium is compiled once, not by every command
			}
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"report": writeReport,
			"pack":   packFiles,
		},
		Condition: func(name string) (bool, error) { return name == "root" && os.Geteuid() == 0, nil },
	})
}

// writeReport is "report NAME [figure=value…]".
func writeReport(ts *testscript.TestScript, _ bool, args []string) {
	changes := map[string]string{}
	for _, change := range args[1:] {
		id, value, _ := strings.Cut(change, "=")
		changes[id] = value
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(sample(changes)), 0o644))
}

// packFiles is "pack ZIP FILE…".
func packFiles(ts *testscript.TestScript, _ bool, args []string) {
	var buffer bytes.Buffer
	z := zip.NewWriter(&buffer)
	for _, name := range args[1:] {
		w, err := z.Create(name)
		ts.Check(err)
		_, err = w.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), buffer.Bytes(), 0o644))
}
