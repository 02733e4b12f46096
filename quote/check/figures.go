package check

// Counts are what the figures are made of, over quoted runs.
type Counts struct {
	Gold     int // runs that are speech
	System   int // runs that came out with a speaker
	Found    int // of the gold runs, those half covered by a system run
	Hit      int // of the system runs, those that lie on gold speech
	Named    int // of the gold runs, those found with the right name
	Right    int // of the system runs, those with the right name
	Mentions int // of the gold runs, those whose mention is known
	Mention  int // of these, the ones found with that mention, or named right
	Names    int // of the gold runs, those whose speaker's name is known
}

// Add adds the counts of other cases.
func (c *Counts) Add(d Counts) {
	c.Gold += d.Gold
	c.System += d.System
	c.Found += d.Found
	c.Hit += d.Hit
	c.Named += d.Named
	c.Right += d.Right
	c.Mentions += d.Mentions
	c.Mention += d.Mention
	c.Names += d.Names
}

// Figure is precision, recall and their harmonic mean, each 0 to 100.
type Figure struct{ P, R, F1 float64 }

func figure(right, system, found, gold int) Figure {
	f := Figure{P: percent(right, system), R: percent(found, gold)}
	if f.P+f.R > 0 {
		f.F1 = 2 * f.P * f.R / (f.P + f.R)
	}
	return f
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}

// Detect says how well speech is found and given any speaker.
func (c Counts) Detect() Figure { return figure(c.Hit, c.System, c.Found, c.Gold) }

// Name says how well speech is given the right speaker. It means nothing where
// Names is zero.
func (c Counts) Name() Figure { return figure(c.Right, c.System, c.Named, c.Gold) }

// MentionRate is the share of runs with the right mention, 0 to 100.
func (c Counts) MentionRate() float64 { return percent(c.Mention, c.Mentions) }
