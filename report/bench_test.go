package report_test

import (
	"io"
	"testing"

	"reprise/report"
)

func BenchmarkForms(b *testing.B) {
	c := specimen(b)
	for name, form := range map[string]report.Renderer{
		"terminal": report.Terminal{Width: 80}, "html": report.HTML{}, "json": report.JSON{},
		"markdown": report.Markdown{}, "csv": report.CSV{},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := form.Render(io.Discard, c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
