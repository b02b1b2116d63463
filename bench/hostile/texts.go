package main

import "strings"

// texts are names and words that would write to the terminal what they please.
func texts() []trial {
	const hostile = "&#x202e;evil&#x2066;&#x1b;]0;title&#7;&#x1b;[31mred&#x85;31m"
	body := "<html><body><p>The General Assembly,</p><p>Recalling " + hostile + " lamps,</p><p>1. Decides " + hostile + " to keep lamps;</p><p>2. Requests a report.</p></body></html>"
	two := func() files {
		return files{"old.html": []byte(body), "new.html": []byte(strings.Replace(body, "to keep", "to mend", 1))}
	}
	var all []trial
	for _, form := range []string{"terminal", "html", "markdown", "csv", "json", "jsonl"} {
		t := trial{name: "signs-" + form, about: "control and direction signs in a text, as " + form, files: two, args: []string{"compare", "old.html", "new.html", "--format", form}, says: "mend"}
		all = append(all, t)
	}
	names := func(name, about, file string) trial {
		return trial{name: name, about: about, files: func() files { return files{file: []byte("nothing to read here"), "b.txt": []byte(lampsText)} }, args: []string{"compare", file, "b.txt"}, exit: trouble}
	}
	formula := strings.Replace(lampsText, "Recalling that", "Recalling =HYPERLINK(\"x\") that", 1)
	return append(all,
		trial{name: "escape-text", about: "a plain text with escapes", files: func() files {
			return files{"a.txt": []byte(strings.Replace(lampsText, "lamps give", "\x1b[31mlamps give", 1))}
		}, args: []string{"parse", "a.txt"}, exit: trouble, says: "byte 38"},
		names("name-bidi", "direction signs in a file's name", "a\u202etxt.exe\u2066"),
		names("name-escape", "escapes in a file's name", "a\x1b[31mred\x07"),
		names("name-newline", "a line end in a file's name", "a\nreprise: all is well"),
		trial{name: "name-folder", about: "such names in a folder", files: func() files {
			return files{"v/a\u202e\nreprise: \x1b[31m.txt": []byte("nothing to read here"), "v/1.txt": []byte(lampsText), "v/2.txt": []byte(newLamps)}
		}, args: []string{"series", "v"}, says: "left out"},
		trial{name: "csv-formula", about: "formulas in a text, as CSV", files: func() files {
			return files{"old.txt": []byte(lampsText), "new.txt": []byte("The General Assembly,\n\n=HYPERLINK(\"x\"),\n\n1. Decides to keep the lamps;\n\n2. Requests the keepers to report on the lamps.\n")}
		}, args: []string{"compare", "old.txt", "new.txt", "--format", "csv"}, never: `(?m)(^|[,"])=HYPER`},
		trial{name: "html-script", about: "a script in a text, as HTML", files: func() files {
			return files{"old.txt": []byte(formula), "new.txt": []byte(strings.Replace(formula, "that lamps", "<script>alert(1)</script><img src=x onerror=alert(1)> that lamps", 1))}
		}, args: []string{"compare", "old.txt", "new.txt", "--format", "html"}, never: `<script>alert|<img src=x`},
	)
}
