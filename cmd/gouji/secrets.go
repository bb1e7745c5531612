package main

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"gouji/parser/document"
)

// secrets are the flags that bring passwords. What they bring is printed nowhere.
type secrets struct {
	given []string
	file  string
}

func (p *program) secretFlags(flags *pflag.FlagSet, s *secrets) {
	flags.StringArrayVar(&s.given, "password", nil, p.say("文件的打开`密码`，可以写多次；会留在命令行历史里", "`PASSWORD` of files, may be given again; it stays in the shell's history"))
	flags.StringVar(&s.file, "password-file", "", p.say("密码`文件`，一行一个密码", "`FILE` of passwords, one a line"))
}

// passwords are those of both flags, each once, in order.
func (s *secrets) passwords(p *program) ([]string, error) {
	list := slices.Clone(s.given)
	if s.file != "" {
		lines, err := p.passwordLines(s.file)
		if err != nil {
			return nil, err
		}
		list = append(list, lines...)
	}
	var once []string
	for _, password := range list {
		if password != "" && !slices.Contains(once, password) {
			once = append(once, password)
		}
	}
	// Each costs up to a second a file: to try out a dictionary is another trade.
	const most = 100
	if len(once) > most {
		return nil, p.misuse("密码最多 %d 个", "at most %d passwords", most)
	}
	return once, nil
}

func (p *program) passwordLines(path string) ([]string, error) {
	const largest = 1 << 20 // bytes
	state, err := os.Stat(path)
	if err == nil && state.Size() > largest {
		return nil, p.misuse("--password-file：%s 太大，不像是密码文件", "--password-file: %s is too large for a file of passwords", path)
	}
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, p.misuse("--password-file：没有 %s 这个文件", "--password-file: no file %s", path)
	case err != nil:
		return nil, p.misuse("--password-file：%s 无法读取：%v", "--password-file: cannot read %s: %v", path, err)
	}
	return strings.FieldsFunc(string(document.Unmarked(data)), func(r rune) bool { return r == '\n' || r == '\r' }), nil
}
