package main

import (
	"gouji/corpus"
	"gouji/parser/document"
)

// english are the reasons for which a file gives no report. The readers'
// messages are Chinese and more exact.
var english = map[document.Kind]string{
	document.Encrypted:   "the file is protected by a password; give it by --password or --password-file",
	document.NoText:      "the file holds pictures of pages, no text",
	document.NotReport:   "this is no annual report on open government information",
	document.Corrupt:     "the file is empty or damaged",
	document.Unsupported: "files of this kind are not supported",
	document.TooLarge:    "the file is too large",
	document.Timeout:     "the file took longer than --timeout",
	document.Unreadable:  "the file is missing, may not be read, or changed while it was read",
}

// inLanguage gives the result's error a message in the language of the run.
func (p *program) inLanguage(result corpus.Result) corpus.Result {
	if p.lang != "en" || result.Err == nil {
		return result
	}
	translated := *result.Err
	translated.Message = english[translated.Kind]
	if flag := translated.Limit.Flag(); flag != "" && translated.Limit != document.Time {
		translated.Message += " for " + flag + ", which can be raised"
	}
	if translated.Err != nil {
		translated.Message += ": " + translated.Err.Error()
	}
	result.Err = &translated
	return result
}
