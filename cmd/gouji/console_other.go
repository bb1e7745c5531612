//go:build !windows

package main

// enableColour readies the terminal for colours; elsewhere than on Windows it
// always is.
func enableColour() bool { return true }
