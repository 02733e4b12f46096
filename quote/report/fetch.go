package report

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"
)

const (
	defaultTimeout = 30 * time.Second
	mostRedirects  = 5
	userAgent      = "quotes/1.0 (reads one article for a person)"
)

// isAddress says whether path is the address of a report on the web.
func isAddress(path string) bool {
	scheme, rest, ok := strings.Cut(path, "://")
	return ok && rest != "" && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

// fetch asks for the address that s stands for, and has s read the answer.
func (r Reader) fetch(s *source) error {
	timeout := r.Timeout
	if timeout <= 0 {
		timeout = defaultTimeout
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	s.close = cancel
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, s.path, nil)
	if err != nil {
		return &Error{Path: s.path, Reason: "is no web address: " + cause(err), Err: err}
	}
	request.Header.Set("User-Agent", userAgent)
	request.Header.Set("Accept", "text/html, application/xhtml+xml, text/plain, application/pdf, */*;q=0.5")
	answer, err := client.Do(request)
	if err != nil {
		return s.notFetched(err, timeout)
	}
	s.close = func() { answer.Body.Close(); cancel() }
	s.in = timed{answer.Body, s, timeout}
	s.url, s.contentType = answer.Request.URL.String(), answer.Header.Get("Content-Type")
	return s.refuse(answer)
}

var client = &http.Client{CheckRedirect: func(_ *http.Request, via []*http.Request) error {
	if len(via) > mostRedirects {
		return errRedirects
	}
	return nil
}}

var errRedirects = errors.New("too many redirects")

// refuse returns the Error for an answer that holds no report.
func (s *source) refuse(answer *http.Response) error {
	switch kind := mediaType(s.contentType); {
	case answer.StatusCode != http.StatusOK:
		e := &Error{Path: s.path, Reason: "can't be fetched: the server answers " + oneLine(answer.Status)}
		switch answer.StatusCode {
		case http.StatusNotFound, http.StatusGone:
			e.Hint = "check the address"
		case http.StatusUnauthorized, http.StatusPaymentRequired, http.StatusForbidden, http.StatusTooManyRequests:
			e.Hint = "save the page from the browser"
		default:
			e.Hint = "try again later"
		}
		return e
	case !readable(kind):
		return &Error{Path: s.path, Reason: "is no report but " + kind}
	case answer.ContentLength > s.max:
		return s.tooLarge(s.path)
	}
	return nil
}

// mediaType returns the type that a header states, without its parameters.
func mediaType(header string) string {
	kind, _, err := mime.ParseMediaType(header)
	if err != nil {
		return ""
	}
	return kind
}

// readable says whether a report may be of this type. Servers that don't know
// better say that a file is text, or bytes.
func readable(kind string) bool {
	return kind == "" || strings.HasPrefix(kind, "text/") || formatOfType(kind) != nil ||
		slices.Contains([]string{"application/octet-stream", "application/json", "application/gzip", "application/x-gzip"}, kind)
}

// formatOfType returns the format that a media type stands for, nil when none.
func formatOfType(kind string) *format {
	i := slices.IndexFunc(formats, func(f format) bool { return slices.Contains(f.types, kind) })
	if i < 0 {
		return nil
	}
	return &formats[i]
}

// notFetched returns the Error for a failure to fetch.
func (s *source) notFetched(err error, timeout time.Duration) error {
	e := &Error{Path: s.path, Reason: "can't be fetched", Hint: "check the address and the connection", Err: err}
	var failed net.Error
	var name *net.DNSError
	switch {
	case errors.Is(err, errRedirects):
		e.Reason += fmt.Sprintf(": it leads on more than %d times", mostRedirects)
		e.Hint = "open it in the browser and give the address it ends at"
	case errors.Is(err, context.DeadlineExceeded), errors.As(err, &failed) && failed.Timeout():
		e.Reason += fmt.Sprintf(": it takes longer than %v", timeout)
		e.Hint = "try again later, or save the page from the browser"
	case errors.As(err, &name):
		e.Reason += fmt.Sprintf(": there is no server %q", name.Name)
	default:
		for next := errors.Unwrap(err); next != nil; next = errors.Unwrap(err) {
			err = next // what is beneath doesn't repeat the address
		}
		e.Reason += ": " + cause(err)
	}
	return e
}

// timed is the body of an answer, whose errors say what is wrong with fetching.
type timed struct {
	body    io.Reader
	s       *source
	timeout time.Duration
}

func (t timed) Read(p []byte) (int, error) {
	n, err := t.body.Read(p)
	if errors.Is(err, context.DeadlineExceeded) {
		err = t.s.notFetched(err, t.timeout)
	}
	return n, err
}
