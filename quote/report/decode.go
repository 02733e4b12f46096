package report

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"
)

const byteOrderMark = "\ufeff"

// decode returns raw as UTF-8, without a byte order mark. It fails when raw is
// no text or blank.
func decode(raw []byte) (string, error) {
	text, err := toUTF8(raw)
	switch {
	case err != nil || !looksLikeText(text):
		return "", errors.New(binary)
	case blank(text):
		return "", errors.New(empty)
	}
	return text, nil
}

// blank says whether nothing in text can be seen.
func blank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)
	})
}

// toUTF8 decodes raw: from UTF-8 where it is that, else from what its byte
// order mark or its bytes show.
func toUTF8(raw []byte) (string, error) {
	if utf8.Valid(raw) {
		return strings.TrimPrefix(string(raw), byteOrderMark), nil
	}
	if isUTF8(raw) {
		text := strings.TrimPrefix(string(raw), byteOrderMark)
		return strings.ToValidUTF8(text, "\ufffd"), nil
	}
	encoding, _, _ := charset.DetermineEncoding(raw, "")
	out, _, err := transform.Bytes(encoding.NewDecoder(), raw)
	if err != nil {
		return "", err
	}
	return strings.TrimPrefix(strings.ToValidUTF8(string(out), "\ufffd"), byteOrderMark), nil
}

// isUTF8 says whether raw is UTF-8. A few broken bytes don't make it something
// else where most of what isn't ASCII is well-formed: in other character sets
// that hardly happens by chance.
func isUTF8(raw []byte) bool {
	if utf8.Valid(raw) {
		return true
	}
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return false // the byte order marks of UTF-16
	}
	whole, broken := 0, 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && size == 1:
			broken++
		case size > 1:
			whole++
		}
		raw = raw[size:]
	}
	return whole > broken
}

const buffered = 64 << 10 // bytes read ahead of a corpus

// decoded returns in as UTF-8, judged by its beginning.
func decoded(in io.Reader) (*bufio.Reader, error) {
	ahead := bufio.NewReaderSize(in, buffered)
	start, err := ahead.Peek(buffered)
	if err != nil && err != io.EOF {
		return nil, err
	}
	for range min(utf8.UTFMax-1, len(start)) { // the last character may be cut
		if utf8.Valid(start) {
			break
		}
		start = start[:len(start)-1]
	}
	if isUTF8(start) {
		return ahead, nil
	}
	encoding, _, _ := charset.DetermineEncoding(start, "")
	return bufio.NewReaderSize(transform.NewReader(ahead, encoding.NewDecoder()), buffered), nil
}

// looksLikeText says whether text holds no NUL and hardly any other control
// character.
func looksLikeText(text string) bool {
	const most = 50 // one in so many
	controls := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == 0:
			return false
		case c < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1b", rune(c)):
			controls++
		}
	}
	return controls*most <= len(text)
}
