package read

import (
	"context"
	"fmt"

	"reprise/read/pdf/pdftest"
)

func ExampleOpen_pdf() {
	doc, err := Open(context.Background(), "teacups.pdf", pdftest.Teacups(), tools)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(doc.Symbol, doc.Title)
	fmt.Println(doc.Clause("op1").Lead)
	fmt.Println(doc.Reading.Format, doc.Reading.Engine, doc.Reading.Warnings)
	// Output:
	// A/RES/213/7 Teacups of lighthouse keepers
	// Requests
	// pdf pdfium []
}
