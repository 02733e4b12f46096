package speaker

import (
	"strings"

	"quotes/speaker/lexicon"
)

// unlisted is what the parts of a folded word tell of it that the lexicon lacks:
// "ex-minister", "pro-Lee", "45-year-old", "railwayman", "theologists". A name's
// ending tells nothing: of a capital only the first three count.
func unlisted(lex *lexicon.Lexicon, fold string, capital bool) lexicon.Entry {
	if at := strings.LastIndexByte(fold, '-'); at > 0 {
		if e := lex.Word(fold[at+1:]); e.Is(personHead | lexicon.DocNoun | lexicon.OrgNoun) {
			return e
		}
	}
	if term := strings.TrimPrefix(fold, "f"); len(fold) > 1 && len(term) > 1 && strings.ContainsRune("yqh", rune(term[0])) && strings.Trim(term[1:], digits) == "" {
		return lexicon.Entry{Class: lexicon.TimeWord, Lemma: fold} // FY28, Q3, H2
	}
	if kin, _, ok := strings.Cut(fold, "-of-"); ok && lex.Word(kin).Is(lexicon.Kin) {
		return lexicon.Entry{Class: lexicon.Role, Lemma: kin, Gender: lex.Word(kin).Gender} // "the mother-of-two"
	}
	switch {
	case strings.HasPrefix(fold, "pro-"), strings.HasPrefix(fold, "anti-"):
		return lexicon.Entry{Class: lexicon.RoleMod, Lemma: fold}
	case isAge(fold):
		return lexicon.Entry{Class: lexicon.Role, Lemma: fold}
	case capital || len(fold) < shortestStem+len("men"):
		return lexicon.Entry{}
	}
	for _, end := range personEndings {
		if stem, ok := strings.CutSuffix(fold, end.one); ok && len(stem) >= shortestStem && !strings.HasSuffix(stem, "hu") {
			return lexicon.Entry{Class: lexicon.Role, Lemma: fold, Gender: end.gender}
		}
		if stem, ok := strings.CutSuffix(fold, end.several); ok && len(stem) >= shortestStem {
			return lexicon.Entry{Class: lexicon.RolePlural, Form: lexicon.Plural, Lemma: stem + end.one, Gender: end.gender}
		}
	}
	return lexicon.Entry{}
}

// shortestStem is how many bytes stand at least before an ending: "talisman" and
// "specimen" have fewer.
const shortestStem = 6

// personEndings are the ends of words that can only be of people; "-woman" first, as
// it ends with "man".
var personEndings = []struct {
	one, several string
	gender       lexicon.Gender
}{
	{"woman", "women", lexicon.Female},
	{"man", "men", lexicon.Male},
	{"goer", "goers", lexicon.Unknown},
	{"keeper", "keepers", lexicon.Unknown},
	{"ologist", "ologists", lexicon.Unknown},
	{"owner", "owners", lexicon.Unknown},
	{"worker", "workers", lexicon.Unknown},
	{"writer", "writers", lexicon.Unknown},
}
