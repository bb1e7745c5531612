package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

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
