package lexicon

import (
	"hash/maphash"
	"math/bits"
	"slices"
)

// A table finds items by their words: a hash table with open addressing, made
// so that a look-up reads little memory. A filter, which the processor's
// nearest cache holds, says of most words without an item that they have none.
// An item stands in its slot, and no words but 63 bits of their hash: that any
// two of a million words share them has a chance of one in twenty million.
type table struct {
	slots  []slot   // as many as a power of two, at most half in use
	filter []uint64 // a bit for the key of each item
	used   int
}

type slot struct {
	key  uint64 // 0 in a free slot
	item item
}

const filterBits = 4 // for each slot

var seed = maphash.MakeSeed()

// keyOf is the key of one word.
func keyOf(word string) uint64 { return maphash.String(seed, word) | 1 }

// keyThen is the key of the words with key k and one word more.
func keyThen(k uint64, word string) uint64 {
	hi, lo := bits.Mul64(k^bits.RotateLeft64(keyOf(word), 32), 0x9E3779B97F4A7C15)
	return hi ^ lo | 1
}

// newTable returns a table of a number of slots, 16 or more.
func newTable(slots int) table {
	return table{slots: make([]slot, slots), filter: make([]uint64, slots*filterBits/64)}
}

// bit is where the filter has a key, by other bits than the slots.
func (t *table) bit(key uint64) (word *uint64, mask uint64) {
	return &t.filter[key>>38&uint64(len(t.filter)-1)], 1 << (key >> 58)
}

// find returns the item with a key, nil when there is none. It is good until
// the next call of make.
func (t *table) find(key uint64) *item {
	if len(t.slots) == 0 {
		return nil
	}
	if word, mask := t.bit(key); *word&mask == 0 {
		return nil
	}
	for i := key >> 1; ; i++ {
		switch s := &t.slots[i&uint64(len(t.slots)-1)]; s.key {
		case key:
			return &s.item
		case 0:
			return nil
		}
	}
}

// make returns the item with a key, a new one when there is none.
func (t *table) make(key uint64) *item {
	if it := t.find(key); it != nil {
		return it
	}
	if 2*t.used >= len(t.slots) {
		t.grow()
	}
	t.used++
	return t.put(slot{key: key})
}

// put takes in a slot with a new key.
func (t *table) put(s slot) *item {
	word, mask := t.bit(s.key)
	*word |= mask
	for i := s.key >> 1; ; i++ {
		if free := &t.slots[i&uint64(len(t.slots)-1)]; free.key == 0 {
			*free = s
			return &free.item
		}
	}
}

// clone returns a copy that changes by itself.
func (t *table) clone() table {
	return table{slices.Clone(t.slots), slices.Clone(t.filter), t.used}
}

func (t *table) grow() {
	bigger := newTable(max(16, 2*len(t.slots)))
	for _, s := range t.slots {
		if s.key != 0 {
			bigger.put(s)
		}
	}
	t.slots, t.filter = bigger.slots, bigger.filter
}
