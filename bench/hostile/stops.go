package main

import (
	"fmt"
	"strings"
	"time"
)

// stops are runs that are told to end in the midst of each stage: reading each format,
// aligning, one long clause, showing, series, the library.
func stops() []trial {
	parse := func(stage, file string, after time.Duration, content func() []byte) trial {
		return trial{name: "stop-" + stage, about: "Ctrl-C in the midst of " + stage, stop: after, files: func() files { return files{file: content()} }, args: []string{"parse", file}}
	}
	body := "The General Assembly,\n\n"
	many := func() files {
		out := files{}
		for i := range 600 {
			out[fmt.Sprintf("v%03d.txt", i)] = []byte(fmt.Sprintf("A/RES/%d/5\n\n%d/5. Keeping of lamps\n\n", 100+i, 100+i) + string(unrelated(uint64(i), 60)))
		}
		return out
	}
	return []trial{
		parse("text", "a.txt", 500*time.Millisecond, func() []byte { return []byte(body + strings.Repeat("The y, and\n", 400_000)) }),
		parse("markdown", "a.md", 300*time.Millisecond, func() []byte {
			return []byte("*The General Assembly*,\n\n" + strings.Repeat("1. *Decides* "+strings.Repeat("[*a_b ", 100_000)+";\n\n", 20))
		}),
		parse("html", "a.html", 300*time.Millisecond, func() []byte {
			return []byte("<html><body><p>The General Assembly,</p><p>1. Decides " + strings.Repeat("<b>a</b>b<br>", 600_000) + "</p></body></html>")
		}),
		parse("docx", "a.docx", 300*time.Millisecond, func() []byte {
			return docx(strings.Repeat(par("1. Decides to keep the lamps of all harbours;"), 39_000) + strings.Replace(lamps(), "keep the lamps;", "keep"+strings.Repeat("</w:t></w:r><w:r><w:t>a", 200_000)+";", 1))
		}),
		parse("odt", "a.odt", 300*time.Millisecond, func() []byte {
			return odtLamps(strings.Repeat("<text:span>a</text:span>", 300_000) + numbered(30_000, `<text:note text:id="n%[1]d"><text:note-citation>%[1]d</text:note-citation><text:note-body><text:p>See %[1]d.</text:p></text:note-body></text:note>`))
		}),
		parse("pdf", "a.pdf", 1500*time.Millisecond, func() []byte { return book(1900, 45) }),
		{name: "stop-align", about: "Ctrl-C in the midst of aligning", stop: 2 * time.Second, files: func() files {
			return files{"old.txt": unrelated(1, 39_000), "new.txt": unrelated(2, 39_000)}
		}, args: []string{"compare", "old.txt", "new.txt", "-o", "a.html"}},
		{name: "stop-words", about: "Ctrl-C in the midst of one clause", stop: time.Second, files: func() files { return files{"old.txt": long(1, 500_000), "new.txt": long(2, 500_000)} },
			args: []string{"compare", "old.txt", "new.txt"}},
		{name: "stop-forms", about: "Ctrl-C while many forms are made", stop: 2500 * time.Millisecond, files: func() files {
			return files{"old.txt": alike(12_000, "brass"), "new.txt": alike(12_000, "tin")}
		}, args: []string{"compare", "old.txt", "new.txt", "-o", "a.html", "-o", "a.docx", "-o", "a.md", "-o", "a.csv", "-o", "a.xlsx", "-o", "a.json", "-o", "a.txt"}},
		{name: "stop-series", about: "Ctrl-C in the midst of a series", stop: time.Second, files: many, args: []string{"series", ".", "-o", "a.html"}},
		{name: "stop-library", about: "Ctrl-C while a library is filled", stop: time.Second, files: many, args: []string{"library", "add", ".", "--library", "lamps.db"}},
		{name: "stop-input", about: "Ctrl-C while standard input stays open", stop: 300 * time.Millisecond, files: func() files { return files{"pipe.txt": []byte(lampsText)} }, args: []string{"parse", "-"}, waits: true},
		{name: "timeout", about: "`--timeout 1s` in the midst of aligning", exit: trouble, says: `not done after 1s \(--timeout\)`, files: func() files {
			return files{"old.txt": unrelated(1, 39_000), "new.txt": unrelated(2, 39_000)}
		}, args: []string{"compare", "old.txt", "new.txt", "--timeout", "1s"}},
	}
}
