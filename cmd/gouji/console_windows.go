package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// enableColour readies the console for colours, and reports whether it can:
// the consoles of Windows 7 and of the first Windows 10 cannot.
func enableColour() bool {
	console := windows.Handle(os.Stdout.Fd())
	var mode uint32
	if windows.GetConsoleMode(console, &mode) != nil {
		return false
	}
	return windows.SetConsoleMode(console, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil
}
