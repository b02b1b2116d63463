package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"

	"reprise/read/pdf/pdftest"
)

// costs are files that ask for much: each is read within the bounds, or refused in
// words.
func costs() []trial {
	parse := func(name, about, file string, content func() []byte) trial {
		return trial{name: name, about: about, files: func() files { return files{file: content()} }, args: []string{"parse", file}, exit: ok}
	}
	str := func(make func() string) func() []byte { return func() []byte { return []byte(make()) } }
	body := "The General Assembly,\n\n"
	return []trial{
		{name: "word-part-2gb", about: "Word base with a part of 2 GB, 2 MB packed, compared with `-o x.docx`", exit: ok,
			files: func() files {
				return files{"old.docx": docx(lamps(), entry{"word/media/big.bin", zeros(2 << 30)}), "new.txt": []byte(newLamps)}
			}, args: []string{"compare", "old.docx", "new.txt", "-o", "x.docx"}},
		refused(parse("word-body-2gb", "Word file whose text has 2 GB, 2 MB packed", "a.docx", func() []byte {
			return pack(text("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
				text("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`),
				entry{"word/document.xml", zeros(2 << 30)})
		}), "unpacks to more than"),
		refused(parse("pdf-packed-twice", "PDF of 4 kB with a stream packed twice, 1 GB unpacked", "a.pdf", func() []byte { return packedTwice(1 << 30) }), "over the limit|damaged"),
		refused(parse("pdf-forms", "PDF with forms nested tenfold, ten times each", "a.pdf", nestedForms), "over the limit|damaged|no text"),
		parse("pdf-1900-pages", "PDF of 1,900 pages, as bound volumes are", "a.pdf", func() []byte { return book(1900, 45) }),
		refused(parse("pdf-2000-dense", "PDF of 2,000 dense pages", "a.pdf", func() []byte { return book(2000, 95) }), "characters"),
		refused(parse("pdf-2001-pages", "PDF of 2,001 pages", "a.pdf", func() []byte { return book(2001, 3) }), "2000 pages"),
		refused(parse("text-6m-lines", "6 million lines of one letter", "a.txt", str(func() string { return body + strings.Repeat("a\n", 6_000_000) })), "lines"),
		parse("text-300k-lines", "300,000 lines \"The y, and\"", "a.txt", str(func() string { return body + strings.Repeat("The y, and\n", 300_000) })),
		refused(parse("text-64mb", "64 MB of one word without a line end", "a.txt", str(func() string { return body + strings.Repeat("lamp ", 13_000_000) })), "line"),
		refused(parse("text-65mb", "more than 64 MB", "a.txt", str(func() string { return body + strings.Repeat("lamp lamp lamp\n", 5_000_000) })), "64 MB"),
		parse("html-300k-br", "HTML: `a<br>` 300,000 times", "a.html", str(func() string {
			return "<html><body><p>The General Assembly,</p><p>1. Decides " + strings.Repeat("a<br>", 300_000) + "</p><p>2. Requests a report.</p></body></html>"
		})),
		parse("html-40k-b", "HTML: `<b>a</b>b` 40,000 times", "a.html", str(func() string {
			return "<html><body><p>The General Assembly,</p><p>1. Decides " + strings.Repeat("<b>a</b>b", 40_000) + ";</p><p>2. Requests a report.</p></body></html>"
		})),
		refused(parse("html-deep", "HTML nested 100,000 deep", "a.html", str(func() string {
			return "<html><body>" + strings.Repeat("<div>", 100_000) + "The General Assembly,<p>1. Decides.</p>"
		})), "512"),
		parse("html-tables", "HTML: 15,000 tables", "a.html", str(func() string {
			return "<html><body><p>The General Assembly,</p><p>1. Decides:</p>" + strings.Repeat("<table><tr><td>a<td>b</table>", 15_000) + "<p>2. Requests a report.</p></body></html>"
		})),
		parse("odt-300k-spans", "ODT with 300,000 spans in a paragraph", "a.odt", func() []byte { return odtLamps(strings.Repeat("<text:span>a</text:span>", 300_000)) }),
		parse("odt-30k-notes", "ODT with 30,000 notes", "a.odt", func() []byte {
			return odtLamps(numbered(30_000, `<text:note text:id="n%[1]d"><text:note-citation>%[1]d</text:note-citation><text:note-body><text:p>See %[1]d.</text:p></text:note-body></text:note>`))
		}),
		refused(parse("odt-100k-notes", "ODT with 100,000 notes", "a.odt", func() []byte {
			return odtLamps(numbered(100_000, `<text:note text:id="n%[1]d"><text:note-citation>%[1]d</text:note-citation><text:note-body><text:p>See %[1]d.</text:p></text:note-body></text:note>`))
		}), "paragraphs"),
		parse("docx-200k-runs", "Word file with 200,000 runs in a paragraph", "a.docx", func() []byte {
			return docx(strings.Replace(lamps(), "keep the lamps;", "keep"+strings.Repeat("</w:t></w:r><w:r><w:t>a", 200_000)+";", 1))
		}),
		refused(parse("md-100k-links", "Markdown with 100,000 link definitions", "a.md", str(func() string {
			return "# Lamps\n\n*The General Assembly*,\n\n1. *Decides* to keep [a][1];\n\n2. *Requests* a report.\n\n" + numbered(100_000, "[%d]: #x\n")
		})), "10000 lines"),
		refused(parse("docx-300k-runs", "Word file with 300,000 runs in a paragraph", "a.docx", func() []byte {
			return docx(strings.Replace(lamps(), "keep the lamps;", "keep"+strings.Repeat("</w:t></w:r><w:r><w:t>a", 300_000)+";", 1))
		}), "elements"),
		parse("md-100k-notes", "Markdown with 30,000 notes", "a.md", str(func() string {
			return "*The General Assembly*,\n\n1. *Decides* to keep lamps" + numbered(30_000, "[^%d]") + ";\n\n2. *Requests* a report.\n\n" + numbered(30_000, "[^%[1]d]: See %[1]d.\n\n")
		})),
		parse("md-brackets", "Markdown of 1 MB of open brackets", "a.md", str(func() string {
			return "*The General Assembly*,\n\n1. *Decides* " + strings.Repeat("[", 1_000_000) + ";\n\n2. *Requests* a report.\n"
		})),
		parse("md-stars", "Markdown of 1 MB of stars and underscores", "a.md", str(func() string {
			return "*The General Assembly*,\n\n1. *Decides* " + strings.Repeat("*a_b ", 200_000) + ";\n\n2. *Requests* a report.\n"
		})),
		parse("text-100k-sponsors", "a list of 100,000 sponsors", "a.txt", str(func() string {
			return "United Nations\nA/200/L.4\n\n" + numbered(100_000, "Land%d, ") + "Lastland: draft resolution\n\nThe General Assembly,\n\n1. Decides to keep lamps;\n\n2. Requests a report.\n"
		})),
		parse("text-100k-sponsor-lines", "sponsors on 30,000 lines", "a.txt", str(func() string {
			return "United Nations\nA/200/L.4\n\n" + numbered(30_000, "Land%d,\n") + "Lastland: draft resolution\n\nThe General Assembly,\n\n1. Decides to keep lamps;\n\n2. Requests a report.\n"
		})),
		parse("text-100k-votes", "votes on 30,000 lines", "a.txt", str(func() string {
			return lampsText + "\nAdopted by a recorded vote of 30000 to none\n\nIn favour:\n" + numbered(30_000, "Land%d,\n") + "Lastland.\n"
		})),
		refused(compared("clauses-100k", "100,000 unrelated clauses against 100,000", func() files {
			return files{"old.txt": unrelated(1, 100_000), "new.txt": unrelated(2, 100_000)}
		}), "40000"),
		compared("clauses-40k", "39,000 unrelated clauses against 39,000", func() files {
			return files{"old.txt": unrelated(1, 39_000), "new.txt": unrelated(2, 39_000)}
		}),
		compared("clauses-39k-alike", "39,000 clauses that are alike against as many", func() files {
			return files{"old.txt": alike(39_000, "brass"), "new.txt": alike(39_000, "tin")}
		}),
		compared("clauses-39k-same", "39,000 clauses that are all the same against as many", func() files {
			return files{"old.txt": []byte(body + numbered(39_000, "%[1]d. Decides to keep the lamps;\n\n")), "new.txt": []byte(body + numbered(38_000, "%[1]d. Decides to keep the lamps;\n\n"))}
		}),
		{name: "notes-30k", about: "30,000 notes against 30,000, all of them cited in one clause", exit: ok, files: func() files {
			notes := func(say string) []byte {
				return []byte("*The General Assembly*,\n\n1. *Decides* to " + say + " lamps" + numbered(30_000, " see[^%d]") + ";\n\n2. *Requests* a report.\n\n" + numbered(30_000, "[^%[1]d]: "+say+" lamp %[1]d.\n\n"))
			}
			return files{"old.md": notes("keep"), "new.md": notes("mend")}
		}, args: []string{"compare", "old.md", "new.md", "-o", "a.json", "-o", "a.docx", "-o", "a.html"}},
		parse("text-100k-marks", "a paragraph with 100,000 numbers that could be marks", "a.txt", str(func() string {
			return body + "1. Decides to keep lamps" + strings.Repeat(",1 and lamps", 100_000) + ";\n\n2. Requests a report.\n\n_____\n1 See there.\n"
		})),
		compared("words-80k", "a clause of 80,000 words against another", func() files { return files{"old.txt": long(1, 80_000), "new.txt": long(2, 80_000)} }),
		compared("words-500k", "a clause of 500,000 words against another", func() files { return files{"old.txt": long(1, 500_000), "new.txt": long(2, 500_000)} }),
		compared("words-500k-near", "a clause of 500,000 words, of which every hundredth was changed", func() files { return files{"old.txt": long(1, 500_000), "new.txt": changed(long(1, 500_000))} }),
		compared("words-one", "a clause of one word of 3 MB against another", func() files {
			return files{"old.txt": []byte(body + "1. Decides " + strings.Repeat("ab", 1_500_000) + ";\n"), "new.txt": []byte(body + "1. Decides " + strings.Repeat("ba", 1_500_000) + ";\n")}
		}),
		{name: "forms-12k", about: "12,000 unrelated clauses, all forms at once", exit: ok, files: func() files {
			return files{"old.txt": unrelated(1, 12_000), "new.txt": unrelated(2, 12_000)}
		}, args: []string{"compare", "old.txt", "new.txt", "-o", "a.html", "-o", "a.docx", "-o", "a.md", "-o", "a.csv", "-o", "a.xlsx", "-o", "a.json", "-o", "a.txt"}},
		{name: "series-many", about: "a folder of 400 versions", exit: ok, files: many, args: []string{"series", ".", "-o", "a.html"}},
	}
}

const (
	ok      = 0
	trouble = 2
)

func compared(name, about string, made func() files) trial {
	return trial{name: name, about: about, files: made, args: []string{"compare", "old.txt", "new.txt", "-o", "a.json"}}
}

func refused(t trial, says string) trial {
	t.exit, t.says = trouble, says
	return t
}

// packedTwice is a PDF whose page is packed twice and unpacks to so many bytes.
func packedTwice(n int) []byte {
	page := append([]byte("BT /F1 10 Tf 1 0 0 1 72 700 Tm (The General Assembly,) Tj ET\n"), bytes.Repeat([]byte(" "), n)...)
	objects := pdftest.TeacupsMaker().Objects(func(s []byte) []byte { return s })
	objects[6] = stream("/Filter [/FlateDecode /FlateDecode]", deflated(deflated(page)))
	return pdftest.Bind(objects)
}

// nestedForms is a PDF whose page draws a form ten times, which draws another ten
// times, ten deep.
func nestedForms() []byte {
	objects := pdftest.TeacupsMaker().Objects(func(s []byte) []byte { return s })
	first := len(objects) + 1
	objects[5] = strings.Replace(objects[5], "/Resources <<", fmt.Sprintf("/Resources << /XObject << /X %d 0 R >>", first), 1)
	objects[6] = stream("", []byte(strings.Repeat("/X Do ", 10)))
	const deep = 10
	for i := range deep {
		inner := strings.Repeat("/X Do ", 10)
		if i == deep-1 {
			inner = "BT /F1 10 Tf (lamp) Tj ET"
		}
		objects = append(objects, stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>", first+i+1), []byte(inner)))
	}
	return pdftest.Bind(objects)
}

// book is a PDF of so many pages with so many lines each, four to a paragraph.
func book(pages, lines int) []byte {
	m := &pdftest.Maker{}
	r := rand.New(rand.NewPCG(1, 1))
	const left, letters = 80, 90
	number := 0
	step := 690 / float64(lines)
	for page := range pages {
		m.Page()
		if page == 0 {
			m.Styled(100, 765, "*The General Assembly*,")
		}
		for line := range lines {
			y := 740 - step*float64(line)
			switch line % 4 {
			case 0:
				number++
				m.Styled(left+24, y, fmt.Sprintf("%d.", number))
				m.Styled(left+60, y, "*Requests* "+fitting(r, letters-14))
			case 3:
				m.Styled(left, y, fitting(r, letters/2)+";")
			default:
				m.Styled(left, y, fitting(r, letters))
			}
		}
	}
	return m.Bytes()
}

// fitting are made words of so many letters together.
func fitting(r *rand.Rand, letters int) string { return words(r, letters)[:letters] }

var syllables = []string{"la", "mi", "ro", "ke", "tu", "ba", "no", "si", "ve", "da", "pu", "gel", "tor", "win", "sak", "fe"}

// words are so many made words.
func words(r *rand.Rand, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		for range 2 + r.IntN(3) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
	}
	return b.String()
}

// unrelated is a text of so many clauses of made words.
func unrelated(seed uint64, n int) []byte {
	r := rand.New(rand.NewPCG(seed, 1))
	var b bytes.Buffer
	b.WriteString("The General Assembly,\n\n")
	for i := range n {
		fmt.Fprintf(&b, "%d. Decides %s;\n\n", i+1, words(r, 12))
	}
	return b.Bytes()
}

// alike is a text of so many clauses that differ in one word.
func alike(n int, metal string) []byte {
	r := rand.New(rand.NewPCG(3, 1))
	var b bytes.Buffer
	b.WriteString("The General Assembly,\n\n")
	for i := range n {
		fmt.Fprintf(&b, "%d. Requests the keepers of %s to keep the %s lamps of the harbour clean;\n\n", i+1, words(r, 1), metal)
	}
	return b.Bytes()
}

// long is a text with one clause of so many words.
func long(seed uint64, n int) []byte {
	r := rand.New(rand.NewPCG(seed, 2))
	return []byte("The General Assembly,\n\nRecalling lamps,\n\n1. Decides " + words(r, n) + ";\n\n2. Requests a report.\n")
}

// changed is a text in which every hundredth word is another.
func changed(content []byte) []byte {
	all := strings.Split(string(content), " ")
	for i := 100; i < len(all); i += 100 {
		all[i] = "lamp"
	}
	return []byte(strings.Join(all, " "))
}

// many are the versions of a series.
func many() files {
	out := files{}
	for i := range 400 {
		out[fmt.Sprintf("v%03d.txt", i)] = []byte(fmt.Sprintf("A/RES/%d/%d\n\n%d/%d. Keeping of lamps\n\nThe General Assembly,\n\nRecalling its resolution %d/%d of %d December %d,\n\n1. Decides to keep %d lamps;\n\n2. Requests a report on lamps.\n",
			100+i, 5, 100+i, 5, 99+i, 5, 1+i%28, 2044+i, i))
	}
	return out
}
