package report_test

import (
	"io"
	"testing"

	"reprise/report"
	"reprise/report/data"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/report/terminal"
)

func BenchmarkForms(b *testing.B) {
	c := reporttest.Specimen(b)
	for name, form := range map[string]report.Renderer{
		"terminal": terminal.Form{Width: 80}, "html": page.HTML{}, "json": data.JSON{},
		"markdown": table.Markdown{}, "csv": table.CSV{},
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
