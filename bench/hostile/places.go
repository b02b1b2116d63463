package main

// places are outputs that would take the place of inputs, and folders that hold what
// no run should wait for or take.
func places() []trial {
	two := func() files {
		return files{"v/1.txt": []byte(lampsText), "v/2.txt": []byte(newLamps), "pins.txt": []byte("op1 = op1\n")}
	}
	lost := func(name, about string, args ...string) trial {
		return trial{name: name, about: about, files: two, args: args, exit: trouble, says: "also an input"}
	}
	return []trial{
		lost("out-series", "`series DIR -o` a file of the series", "series", "v", "-o", "v/2.txt"),
		lost("out-blame", "`blame -o` the version itself", "blame", "v/2.txt", "--series", "v", "-o", "v/2.txt"),
		lost("out-pins", "`compare -o` its own pins", "compare", "v/1.txt", "v/2.txt", "--pins", "pins.txt", "-o", "pins.txt"),
		lost("out-leads", "`compare -o` its own leads", "compare", "v/1.txt", "v/2.txt", "--leads", "pins.txt", "-o", "pins.txt"),
		lost("out-dots", "an input by another name", "compare", "v/1.txt", "v/2.txt", "-o", "v/../v/./1.txt"),
		{name: "out-none", about: "the second output cannot be written: the first is not", files: func() files {
			all := two()
			all["a.json"] = []byte("kept")
			return all
		}, args: []string{"compare", "v/1.txt", "v/2.txt", "-o", "a.json", "-o", "nowhere/b.json"}, exit: trouble, says: "no folder"},
		{name: "cache-full", about: "the engine's folder cannot be made", files: func() files {
			return files{"a.pdf": book(1, 8), "no": []byte("a file where a folder is wanted")}
		}, args: []string{"parse", "a.pdf"}, short: map[string]string{"REPRISE_CACHE": "$HERE/no/cache"}, says: "op1 "},
		{name: "pins-huge", about: "pins of 30 MB", files: func() files {
			all := two()
			all["pins.txt"] = []byte(numbered(2_000_000, "op%d = op1\n"))
			return all
		}, args: []string{"compare", "v/1.txt", "v/2.txt", "--pins", "pins.txt"}, exit: trouble, says: "pins.txt"},
		{name: "context", about: "`--context` of any size", files: two, args: []string{"compare", "v/1.txt", "v/2.txt", "--context", "9223372036854775807"}, says: "brass"},
		{name: "review-deep", about: "a review of 4 MB of open brackets", files: func() files {
			all := two()
			all["r.json"] = []byte(numbered(4_000_000, "[%.0d"))
			return all
		}, args: []string{"review", "merge", "r.json", "-o", "out.json"}, exit: trouble, says: "r.json"},
	}
}
