package main

import (
	"context"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func numbers(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 13} {
		synctest.Test(t, func(t *testing.T) {
			slow := func(i int) int {
				time.Sleep(time.Duration(rand.IntN(1000)) * time.Millisecond)
				return i
			}
			got := slices.Collect(inOrder(t.Context(), numbers(200), workers, slow))
			if want := slices.Collect(numbers(200)); !slices.Equal(got, want) {
				t.Errorf("%d workers: %v", workers, got)
			}
		})
	}
}

func TestInOrderWorksAtTheSameTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		began := time.Now()
		wait := func(i int) int { time.Sleep(time.Second); return i }
		for range inOrder(t.Context(), numbers(80), 8, wait) {
		}
		if took := time.Since(began); took != 10*time.Second {
			t.Errorf("80 seconds of work took 8 workers %v", took)
		}
	})
}

func TestInOrderHoldsFewItems(t *testing.T) {
	const workers = 3
	synctest.Test(t, func(t *testing.T) {
		var begun, most atomic.Int64
		done := int64(0)
		count := func(i int) int { begun.Add(1); return i }
		for range inOrder(t.Context(), numbers(1000), workers, count) {
			time.Sleep(time.Second) // a reader slower than the workers
			done++
			most.Store(max(most.Load(), begun.Load()-done))
		}
		if most.Load() > 5*workers+1 {
			t.Errorf("%d items held for %d workers", most.Load(), workers)
		}
	})
}

// A goroutine that is left waiting fails these tests: the bubble can't end.
func TestInOrderEndsEarly(t *testing.T) {
	same := func(i int) int { return i }
	synctest.Test(t, func(t *testing.T) {
		for i := range inOrder(t.Context(), numbers(1000), 4, same) {
			if i == 10 {
				break
			}
		}
	})
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		last := 0
		for i := range inOrder(ctx, numbers(1000), 4, same) {
			last = i
			if i == 10 {
				cancel()
			}
		}
		if last != 10 {
			t.Errorf("went on to %d after the end", last)
		}
	})
}

// Items that never come, as from a terminal, don't hold up an interrupt.
func TestInOrderDoesNotWaitForItems(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	never := make(chan int)
	defer close(never)
	stuck := func(func(int) bool) { cancel(); <-never }
	for range inOrder(ctx, stuck, 2, func(i int) int { return i }) {
		t.Error("an item out of nothing")
	}
}
