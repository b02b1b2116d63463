package read

import (
	"testing"

	"reprise/resolution/recognise/blocktest"

	"github.com/google/go-cmp/cmp"
)

const odtSpaces = `xmlns:office="urn:o" xmlns:text="urn:t" xmlns:style="urn:s" xmlns:fo="urn:f" xmlns:table="urn:b" xmlns:xlink="urn:x"`

// odtFile is an OpenDocument text with a body.
func odtFile(body string) []byte {
	return zipped("mimetype", odtMime,
		"content.xml", `<office:document-content `+odtSpaces+`><office:automatic-styles>
			<style:style style:name="T1" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
			<style:style style:name="T2" style:family="text" style:parent-style-name="T1"><style:text-properties style:text-position="super 58%"/></style:style>
			<style:style style:name="P1" style:family="paragraph"><style:text-properties fo:font-style="italic"/></style:style>
			<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
				<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
			</office:automatic-styles><office:body><office:text>`+body+`</office:text></office:body></office:document-content>`,
		"styles.xml", `<office:document-styles `+odtSpaces+`><office:master-styles><style:master-page>
			<style:header><text:p>A/RES/213/7</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`)
}

func TestODT(t *testing.T) {
	const edge = "furniture: A/RES/213/7"
	changes := `<text:tracked-changes>
		<text:changed-region text:id="d"><text:deletion><text:p>old </text:p></text:deletion></text:changed-region>
		<text:changed-region text:id="i"><text:insertion/></text:changed-region>
		<text:changed-region text:id="p"><text:insertion/></text:changed-region></text:tracked-changes>`
	tests := []struct {
		name, body     string
		accept, reject []string // reject nil: the same
	}{
		{"styles of text and paragraph", `<text:p><text:span text:style-name="T1">Requests</text:span><text:s text:c="2"/>all<text:tab/>keepers<text:span text:style-name="T2">1</text:span></text:p><text:p text:style-name="P1">all</text:p>`,
			[]string{"text: *Requests* all keepers*^1^*", "text: *all*", edge}, nil},
		{"headings and links", `<text:h text:outline-level="2">Cups</text:h><text:p><text:a xlink:href="https://example.org/a">212/9</text:a></text:p>`,
			[]string{"heading: Cups", "text: 212/9<https://example.org/a>", edge}, nil},
		{"lists in lists, and one that goes on", `<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>a</text:p></text:list-item><text:list-item><text:p>b</text:p></text:list-item></text:list></text:list-item></text:list><text:p>between</text:p><text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>two</text:p></text:list-item></text:list>`,
			[]string{"text [1.]: one", "text [(a)]: a", "text [(b)]: b", "text: between", "text [2.]: two", edge}, nil},
		{"footnotes", `<text:p>cups<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of the north.</text:p></text:note-body></text:note> and</text:p>`,
			[]string{"text: cups^1^ and", edge, "note [1]: Of the north."}, nil},
		{"a table", `<text:p>Text</text:p><table:table><table:table-row><table:table-cell><text:p>North</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>`,
			[]string{"text: Text", "table: North | 4", edge}, nil},
		{"tracked words", changes + `<text:p>the <text:change text:change-id="d"/><text:change-start text:change-id="i"/>new <text:change-end text:change-id="i"/>cups</text:p>`,
			[]string{"text: the new cups", edge}, []string{"text: the old cups", edge}},
		{"a tracked paragraph", changes + `<text:p>one<text:change-start text:change-id="p"/></text:p><text:p>new<text:change-end text:change-id="p"/></text:p><text:p>two</text:p>`,
			[]string{"text: one", "text: new", "text: two", edge}, []string{"text: one", "text: two", edge}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.reject == nil {
				test.reject = test.accept
			}
			for revisions, want := range map[Revisions][]string{AcceptRevisions: test.accept, RejectRevisions: test.reject} {
				blocks, _, err := readODT(odtFile(test.body), Options{Revisions: revisions})
				if err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(want, blocktest.Shown(blocks)); d != "" {
					t.Errorf("revisions %d: -want +got:\n%s", revisions, d)
				}
			}
		})
	}
}

func FuzzODT(f *testing.F) {
	f.Add(`<text:p>cups<text:note><text:note-citation>1</text:note-citation></text:note></text:p>`)
	f.Add(`<text:list text:style-name="L"><text:list-item><text:list/></text:list-item></text:list><table:table><table:table-row/></table:table>`)
	f.Fuzz(func(t *testing.T, body string) {
		for _, r := range []Revisions{AcceptRevisions, RejectRevisions} {
			Open(t.Context(), "fuzzed.odt", odtFile(body), Options{Revisions: r})
		}
	})
}
