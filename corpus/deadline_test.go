package corpus

import (
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"gouji/parser/scan"
)

// Twenty scanned pages are no reason to give a file up.
func TestScannedPagesPutTheDeadlineOff(t *testing.T) {
	ctx, limit, cancel := withDeadline(context.Background(), 50*time.Millisecond)
	defer cancel()
	scan.AskPatience(ctx, 20)
	assert.Equal(t, 21*50*time.Millisecond, limit.length())
	time.Sleep(100 * time.Millisecond)
	assert.NoError(t, ctx.Err())
}

func TestADeadlineThatPassedStays(t *testing.T) {
	ctx, limit, cancel := withDeadline(context.Background(), time.Millisecond)
	defer cancel()
	<-ctx.Done()
	scan.AskPatience(ctx, 20)
	assert.Equal(t, time.Millisecond, limit.length())
	assert.ErrorIs(t, context.Cause(ctx), context.DeadlineExceeded)
}
