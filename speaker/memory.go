package speaker

import (
	"sync"

	"quotes/speaker/pattern"
)

// pool keeps the memory of lists from report to report.
type pool[T any] struct{ lists sync.Pool }

var (
	tokenPool   pool[token]
	mentionPool pool[mention]
	unitPool    pool[pattern.Unit]
	numberPool  pool[int]
)

// mostPooled is the number of elements of the longest list that is kept.
const mostPooled = 1 << 16

// take returns an empty list with room for about n elements.
func (p *pool[T]) take(n int) []T {
	if list, ok := p.lists.Get().(*[]T); ok && cap(*list) >= n {
		return (*list)[:0]
	}
	return make([]T, 0, n)
}

// give takes a list back, which is of no use after that.
func (p *pool[T]) give(list []T) {
	if cap(list) == 0 || cap(list) > mostPooled {
		return
	}
	clear(list) // keep no report alive
	list = list[:0]
	p.lists.Put(&list)
}
