package ledongthuc

import (
	"encoding/gob"
	"fmt"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"gouji/parser/document"
)

// What a child may use: bytes of live and dead objects, and of one stack.
const (
	softMemory = 256 << 20
	hardMemory = 512 << 20
	mostStack  = 64 << 20
)

// Exit codes of a child that stopped itself.
const (
	exitMemory = 41
	exitTime   = 42
	exitInput  = 43
)

// ChildMain does a child's work and ends the process, if the program was
// started as one; otherwise it returns at once.
func ChildMain() {
	if os.Getenv(ChildVariable) != childName {
		return
	}
	debug.SetMemoryLimit(softMemory)
	debug.SetMaxStack(mostStack)
	limitAddressSpace()
	go watchMemory()
	os.Exit(serve())
}

// serve answers the one request on standard input.
func serve() int {
	var question request
	if err := gob.NewDecoder(os.Stdin).Decode(&question); err != nil {
		return exitInput
	}
	time.AfterFunc(question.Time, func() { os.Exit(exitTime) })
	if err := gob.NewEncoder(os.Stdout).Encode(answer(question)); err != nil {
		return exitInput
	}
	return 0
}

// answer reads the file; whatever the library panics with is an error.
func answer(question request) (a response) {
	defer func() {
		if cause := recover(); cause != nil {
			a = response{Kind: document.Corrupt, Message: fmt.Sprintf("PDF 已损坏：%v", cause)}
		}
	}()
	content, failure := read(question.Data, question.Limits, question.Passwords)
	if failure != nil {
		return response{Kind: failure.Kind, Message: failure.Message, Limit: failure.Limit}
	}
	return response{Content: content}
}

// watchMemory ends the process before it takes more than its share, where the
// system's own limit is missing or wider.
func watchMemory() {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/memory/classes/heap/stacks:bytes"}}
	for {
		metrics.Read(sample)
		if sample[0].Value.Uint64()+sample[1].Value.Uint64() > hardMemory {
			os.Exit(exitMemory)
		}
		time.Sleep(20 * time.Millisecond)
	}
}
