package scan

import "context"

// A page of a scan takes seconds, where all of another report takes
// milliseconds: whoever sets a deadline cannot know before how many there are.

type patience struct{}

// WithPatience lets readers tell how many pages they have to recognise, so that
// the deadline can be put off.
func WithPatience(ctx context.Context, more func(pages int)) context.Context {
	return context.WithValue(ctx, patience{}, more)
}

// AskPatience tells who set the deadline, if he wants to know.
func AskPatience(ctx context.Context, pages int) {
	if more, ok := ctx.Value(patience{}).(func(int)); ok {
		more(pages)
	}
}
