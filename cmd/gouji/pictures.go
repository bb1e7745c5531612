package main

import (
	"errors"

	webpage "gouji/corpus/page"
)

// pictures is a flag whose value is the room for pictures: all, none or a size.
type pictures webpage.Pictures

// Type implements pflag.Value.
func (*pictures) Type() string { return "size" }

// String implements pflag.Value.
func (p *pictures) String() string {
	switch webpage.Pictures(*p) {
	case webpage.AllPictures:
		return "all"
	case webpage.NoPictures:
		return "none"
	}
	return size(*p).String()
}

// Set implements pflag.Value.
func (p *pictures) Set(word string) error {
	switch word {
	case "all":
		*p = pictures(webpage.AllPictures)
	case "none":
		*p = pictures(webpage.NoPictures)
	default:
		var room size
		if room.Set(word) != nil {
			return errors.New("all, none, 60MB")
		}
		*p = pictures(room)
	}
	return nil
}
