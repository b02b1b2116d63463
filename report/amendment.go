package report

import (
	"io"

	"reprise/negotiate"
)

// AmendmentRenderer writes an amendment in one form.
type AmendmentRenderer interface {
	RenderAmendment(w io.Writer, m *negotiate.Motion) error
}
