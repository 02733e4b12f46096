package main

import (
	"context"
	"iter"
)

// inOrder yields what f makes of each item, in the order of the items, while
// several workers call f at the same time. No more than a few items for each
// worker are held at once. It ends early when ctx ends, or when nobody wants
// more; items may then still wait to be read, and are dropped when they come.
func inOrder[T, R any](ctx context.Context, items iter.Seq[T], workers int, f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		// A place in the queue is the promise of a result.
		queue := make(chan chan R, 4*workers)
		jobs := make(chan job[T, R])
		go feed(ctx, items, queue, jobs)
		for range workers {
			go func() {
				for j := range jobs {
					j.result <- f(j.item)
				}
			}()
		}
		for {
			place, ok := receive(ctx, queue)
			if !ok {
				return
			}
			r, ok := receive(ctx, place)
			if !ok || !yield(r) {
				return
			}
		}
	}
}

type job[T, R any] struct {
	item   T
	result chan R // takes one result without waiting
}

// feed gives each item a place in the queue and then to a worker.
func feed[T, R any](ctx context.Context, items iter.Seq[T], queue chan<- chan R, jobs chan<- job[T, R]) {
	defer close(jobs)
	defer close(queue)
	for item := range items {
		j := job[T, R]{item, make(chan R, 1)}
		if !send(ctx, queue, j.result) || !send(ctx, jobs, j) {
			return
		}
	}
}

func send[T any](ctx context.Context, c chan<- T, v T) bool {
	select {
	case c <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive returns false when ctx ends or c is closed.
func receive[T any](ctx context.Context, c <-chan T) (T, bool) {
	if ctx.Err() == nil {
		select {
		case v, ok := <-c:
			return v, ok
		case <-ctx.Done():
		}
	}
	var none T
	return none, false
}
