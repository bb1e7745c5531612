package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"strings"
)

//go:embed web
var web embed.FS

// scripts are the page's own, in the order in which they are read.
var scripts = []string{"words", "dom", "data", "filter", "charts", "overview", "table", "sheet", "finding", "light", "report", "main"}

// asset is a file of web with the line ends that an HTML reader makes of any: what it
// hashes for the policy.
func asset(name string) string {
	data, err := web.ReadFile("web/" + name)
	if err != nil {
		panic(err) // it was there when the program was built
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}

// script is all scripts in one scope of their own.
func script() string {
	var all strings.Builder
	all.WriteString("(() => {\n\"use strict\";\n")
	for _, name := range scripts {
		all.WriteString("\n" + asset(name+".js"))
	}
	all.WriteString("})();\n")
	return all.String()
}

// policy forbids everything but this style, this script and pictures in the file.
func policy(style, script string) string {
	return fmt.Sprintf("default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src '%s'; script-src '%s'", hash(style), hash(script))
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// top is the page up to its data.
func top(number int) string {
	style := asset("page.css")
	return strings.NewReplacer(
		"{{policy}}", policy(style, script()),
		"{{style}}", style,
		"{{number}}", fmt.Sprint(number),
	).Replace(asset("page.html"))
}

// bottom is the page behind its data.
func bottom() string {
	return "<script>" + script() + "</script>\n</body>\n</html>\n"
}
