package document

import (
	"errors"
	"fmt"
)

// Kind names why a file gave no report; scripts may branch on it.
type Kind string

// The kinds of the contract, and Unreadable for a file whose bytes could not
// be had at all: missing, without rights, changed or gone while it was read.
const (
	Encrypted   Kind = "encrypted"
	NoText      Kind = "no-text"
	NotReport   Kind = "not-a-report"
	Corrupt     Kind = "corrupt"
	Unsupported Kind = "unsupported"
	TooLarge    Kind = "too-large"
	Timeout     Kind = "timeout"
	Unreadable  Kind = "unreadable"
)

// Error says why a file could not be read. Message is for people, in Chinese;
// Err is the cause, for the log; Limit is the one that a file went over.
type Error struct {
	Kind    Kind
	Message string
	Err     error
	Limit   Limit // empty unless the kind is TooLarge or Timeout
}

// Errorf makes an Error; a %w in the format becomes its cause.
func Errorf(kind Kind, format string, args ...any) *Error {
	err := fmt.Errorf(format, args...)
	return &Error{Kind: kind, Message: err.Error(), Err: errors.Unwrap(err)}
}

// Locked is the error of a file, called so, that needs a password which is not
// among those that were tried.
func Locked(what string, tried int) *Error {
	const how = "可用 --password 或 --password-file 给出打开密码"
	if tried == 0 {
		return Errorf(Encrypted, "%s有打开密码；%s", what, how)
	}
	return Errorf(Encrypted, "%s有打开密码，给出的 %d 个都不对；%s", what, tried, how)
}

func (e *Error) Error() string { return string(e.Kind) + ": " + e.Message }

func (e *Error) Unwrap() error { return e.Err }
