package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

// version says which build this is: module version or commit, Go, platform.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return "gouji"
	}
	setting := map[string]string{}
	for _, s := range build.Settings {
		setting[s.Key] = s.Value
	}
	name := build.Main.Version
	if commit := setting["vcs.revision"]; len(commit) > 12 {
		name = commit[:12]
		if len(setting["vcs.time"]) >= 10 {
			name += " " + setting["vcs.time"][:10]
		}
		if setting["vcs.modified"] == "true" {
			name += " +"
		}
	}
	return fmt.Sprintf("gouji %s (%s %s/%s)", name, build.GoVersion, runtime.GOOS, runtime.GOARCH)
}

func (p *program) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: p.say("显示版本", "show the version"),
		Args:  p.noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(p.out, version())
			return err
		},
	}
}

func (p *program) noArguments(_ *cobra.Command, args []string) error {
	if len(args) > 0 {
		return p.misuse("多余的参数：%s", "unexpected argument: %s", args[0])
	}
	return nil
}

// buildID tells builds of the program apart: the commit, or else, since other code
// may read otherwise, a hash of the program itself.
var buildID = sync.OnceValue(func() string {
	if name := version(); strings.Contains(name, " ") && !strings.Contains(name, "+") && !strings.Contains(name, "(devel)") {
		return name
	}
	if hash, err := hashOfProgram(); err == nil {
		return hash
	}
	return version()
})

func hashOfProgram() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)[:8]), err
}
