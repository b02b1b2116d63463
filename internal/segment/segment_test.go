package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// Sentences that the specimen's drafters could write, cut by a reader.
var readersCuts = []string{
	"请|秘书长|向|大会|提交|一|份|报告",
	"又|请|所有|会员国|酌情|提供|自愿|捐款",
	"强调|国际|合作|对|灯塔|维护|的|重要性",
	"并|邀请|各|专门机构|审议|有关|意见",
	"关切|地|注意到|渔民|的|安全|没有|得到|充分|保障",
	"决定|将|该|项目|列入|临时|议程",
	"敦促|各国|政府|立即|采取|有效|措施",
	"回顾|其|以往|各项|决议",
	"表示|赞赏|各|区域|组织|作出|的|努力",
	"可持续|发展|目标",
	"鼓励|有|能力|这样|做|的|会员国",
	"铭记|联合国|宪章|的|宗旨|和|原则",
	"不得|使用|武力",
	"工作组|应|继续|审议|此|案",
	"安全理事会|重申|其|承诺",
	"欢迎|风筝|节|的|举办",
	"吁请|当事|各方|遵守|停火|协定",
}

// Of the cuts that readers make nearly all are made, and hardly any other: a
// reader himself is of two minds about the rest.
func TestCutAsReadersDo(t *testing.T) {
	const least = 0.9
	wanted, made, right := 0, 0, 0
	for _, sentence := range readersCuts {
		want := endsOf(strings.Split(sentence, "|"))
		got := Cut(nil, strings.ReplaceAll(sentence, "|", ""))
		for _, end := range got {
			if want[end] {
				right++
			}
		}
		if shown := cutAt(strings.ReplaceAll(sentence, "|", ""), got); shown != sentence {
			t.Logf("%s is cut %s", sentence, shown)
		}
		wanted, made = wanted+len(want), made+len(got)
	}
	precision, recall := float64(right)/float64(made), float64(right)/float64(wanted)
	t.Logf("precision %.3f, recall %.3f of %d cuts", precision, recall, wanted)
	if precision < least || recall < least {
		t.Errorf("precision %.3f, recall %.3f; want %.2f", precision, recall, least)
	}
}

func endsOf(words []string) map[int]bool {
	ends := map[int]bool{}
	at := 0
	for _, word := range words {
		at += len(word)
		ends[at] = true
	}
	return ends
}

func cutAt(text string, ends []int) string {
	var words []string
	from := 0
	for _, end := range ends {
		words = append(words, text[from:end])
		from = end
	}
	return strings.Join(words, "|")
}

// The dictionary is in the order in which it is searched.
func TestDictionaryIsSorted(t *testing.T) {
	before := ""
	for line := range strings.Lines(words) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		word, cost, found := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !found || word <= before || costOf(cost) < 1 || costOf(cost) >= unknownCost || utf8.RuneCountInString(word) > maxWord {
			t.Fatalf("%q after %q", line, before)
		}
		before = word
	}
}

// Words joined are the text, whatever it is, and none is cut within a letter.
func TestCutIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		checkExact(t, rapid.StringOf(rapid.RuneFrom([]rune("决定请秘书长的a1 中𠀀"))).Draw(t, "text"))
	})
}

func FuzzCut(f *testing.F) {
	f.Add("请秘书长向大会提交报告")
	f.Add("\xff\xe4大")
	f.Fuzz(func(t *testing.T, text string) { checkExact(t, text) })
}

func checkExact(t interface{ Fatalf(string, ...any) }, text string) {
	at := 0
	for _, end := range Cut(nil, text) {
		if end <= at || end > len(text) || utf8.ValidString(text) && !utf8.ValidString(text[at:end]) {
			t.Fatalf("a word from %d to %d of %q", at, end, text)
		}
		at = end
	}
	if at != len(text) {
		t.Fatalf("words end at %d of %q", at, text)
	}
}

func BenchmarkCut(b *testing.B) {
	text := strings.ReplaceAll(strings.Join(readersCuts, ""), "|", "")
	b.SetBytes(int64(len(text)))
	var ends []int
	for b.Loop() {
		ends = Cut(ends[:0], text)
	}
}

func BenchmarkIndex(b *testing.B) {
	for b.Loop() {
		indexWords()
	}
}
