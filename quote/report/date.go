package report

import (
	"regexp"
	"strings"
	"time"
	"unicode"
)

const (
	monthNames = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
	weekday    = `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s+)?`
	ordinal    = `(?:st|nd|rd|th)?`
	date       = weekday + `(\d{4}-\d{2}-\d{2}|\d{1,2}` + ordinal + `\s+` + monthNames + `,?\s+\d{4}|` + monthNames + `\s+\d{1,2}` + ordinal + `,?\s+\d{4})`
	clock      = `(?:[T,]?\s*(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|[A-Z]{2,4})?)?`
	place      = `\p{Lu}[\p{Lu} .'’-]+(?:,\s*\p{Lu}[\p{L}. ]+)?`
)

// The ways in which the head of a report states its date, surest first. A date
// in a sentence is none of them, nor a day without its year.
var statements = []func() *regexp.Regexp{
	// Published: 12 March 2021
	lazily(`^(?i:(?:first\s+)?published|publication date|posted|date|dated|issued)(?i:\s+on)?\s*:\s*` + date),
	// Published on 12 March 2021 | date 2020-02-17 MOSCOW –
	lazily(`^(?i:(?:first\s+)?published|posted|date|issued)(?i:\s+on)?\s+` + date + clock + `(?:\s*$|\s*[|·•–—-]|\s+\p{Lu}{2})`),
	// LONDON, 12 March 2021 (Agency) –
	lazily(`^` + place + `[,–—-]?\s*\(?` + date + `\)?\s*(?:\([^)]{1,40}\)|/[^/]{1,40}/)?\s*[-–—:]`),
	// By Jane Roe | 12 March 2021
	lazily(`^By\s.{2,80}[|·•,–—-]\s*` + date + clock + `\s*$`),
	// 12 March 2021
	lazily(`^` + date + clock + `\s*$`),
}

const (
	headLines = 8    // lines of a report that may state its date
	headBytes = 2000 // and no more bytes than that
)

// DateInText returns the date that the head of a report's text states to be its
// own, as 2006-01-02, or "". A head that states two dates in one way is taken
// to state none.
func DateInText(text string) string {
	lines := head(text)
	for _, s := range statements {
		found := ""
		for _, line := range lines {
			m := s().FindStringSubmatch(line)
			if m == nil {
				continue
			}
			d := isoDate(m[1])
			if d == "" || found != "" && d != found {
				return ""
			}
			found = d
		}
		if found != "" {
			return found
		}
	}
	return ""
}

// head returns the first lines of text that hold a year, trimmed: only they can
// state a date.
func head(text string) []string {
	if len(text) > headBytes {
		text = text[:headBytes] + "…" // the last line doesn't end there
	}
	var lines []string
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n++; n > headLines {
			break
		}
		if holdsYear(line) {
			lines = append(lines, line)
		}
	}
	return lines
}

// holdsYear reports whether four digits stand in a row.
func holdsYear(line string) bool {
	n := 0
	for i := range len(line) {
		if c := line[i]; c < '0' || c > '9' {
			n = 0
		} else if n++; n == 4 {
			return true
		}
	}
	return false
}

var dateInName = lazily(`(?:^|\D)(\d{4})([-_.])(\d{2})([-_.])(\d{2})(?:\D|$)`)

// DateInName returns the date that the name of a file holds, as 2006-01-02, or
// "" when it holds none or several.
func DateInName(name string) string {
	if !holdsYear(name) {
		return ""
	}
	found := ""
	for _, m := range dateInName().FindAllStringSubmatch(name, -1) {
		if m[2] != m[4] {
			continue
		}
		d := isoDate(m[1] + "-" + m[3] + "-" + m[5])
		if d == "" || found != "" && d != found {
			return ""
		}
		found = d
	}
	return found
}

// isoDate returns a date written out with its year as 2006-01-02, or "" when
// there is no such day.
func isoDate(s string) string {
	words := strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '.' })
	if len(words) == 3 {
		if unicode.IsLetter(rune(words[0][0])) {
			words[0], words[1] = words[1], words[0]
		}
		day, month := strings.TrimRight(words[0], "stndrh"), words[1]
		s = day + " " + month[:min(len(month), 3)] + " " + words[2]
	}
	for _, layout := range []string{time.DateOnly, "2 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil && t.Year() >= oldestYear {
			return t.Format(time.DateOnly)
		}
	}
	return ""
}

const oldestYear = 1600 // no newspaper is older
