package read

import (
	"strings"
	"testing"
)

func htmlKind() kind {
	return kind{
		name: "Web pages", format: "html", suffix: "html", constructs: htmlConstructs,
		wrap: func(pieces []piece) []byte {
			var b strings.Builder
			b.WriteString(first(parts(pieces, "before"), ">") + "<!DOCTYPE html><html><head><meta charset=utf-8>" + parts(pieces, "head") + "</head><body><p><i>The General Assembly</i>,</p>" +
				"<p><i>Recalling</i> that lamps give light to those who sail at night along the coast,</p>" +
				"<p>1. <i>Decides</i> to keep the lamps of all harbours of the coast clean and lit by night;</p>")
			for _, p := range pieces {
				b.WriteString("\n" + p.made)
			}
			b.WriteString("\n<p>2. <i>Requests</i> the keepers of the lamps to report on them once in every year.</p>" + parts(pieces, "foot") + "</body></html>")
			return []byte(b.String())
		},
		extract: func(t *testing.T, file string) string {
			return outputOf(t, "python3", "testdata/text_of_html.py", file)
		},
	}
}

var htmlConstructs = []construct{
	{name: "paragraphs", made: "<p>◆ ◆ <p>◆ ◆</p>"},
	{name: "text beside elements", made: "◆ ◆<p>◆</p>◆"},
	{name: "divisions, sections, articles, main parts, centred text", made: "<div>◆ … ◆</div><section>◆</section><article>◆</article><main>◆</main><center>◆ ◆</center>"},
	{name: "headings", made: "<h1>◆</h1><h3>◆ <i>◆</i></h3><h6>◆</h6>"},
	{name: "headers", made: "<header><h2>◆ ◆</h2></header>"},
	{name: "styles: i, em, b, strong, u, small, big, tt, font, mark, cite, dfn, var, samp, kbd, code", made: "<p>◆ <i>◆</i> <em>◆</em> <b>◆</b> <strong>◆</strong> <u>◆</u> <small>◆</small> <big>◆</big> <tt>◆</tt> <font color=red>◆</font> <mark>◆</mark> <cite>◆</cite> <dfn>◆</dfn> <var>◆</var> <samp>◆</samp> <kbd>◆</kbd> <code>◆</code></p>"},
	{name: "struck text", made: "<p>◆ <s>◆</s> <strike>◆</strike> <span style='text-decoration: line-through'>◆</span></p>"},
	{name: "raised and lowered text", made: "<p>◆<sup> ◆</sup> <sub>◆</sub></p>"},
	{name: "tracked changes", made: "<p>◆ <ins>◆</ins> <del>◇</del> ◆</p>", of: "deleted text", is: isSaid, says: "accepted"},
	{name: "tracked changes in a table", made: "<table><tr><td>◆ <ins>◆</ins> <del>◇</del><td>◆<tr><td>◆<td>◆<tr><td>◆<td>◆</table>", of: "deleted text", is: isSaid, says: "accepted"},
	{name: "line breaks", made: "<p>◆<br>◆<br/>◆<br><br>◆ ◆<wbr>"},
	{name: "rules", made: "<p>◆</p><hr>◆"},
	{name: "lists with numbers, letters and bullets", made: "<ol><li>◆<li>◆ ◆</ol><ol type=a start=3><li value=5>◆<li>◆</ol><ol reversed><li>◆<li>◆</ol><ul><li>◆<li>◆ …</ul>"},
	{name: "lists in lists", made: "<ol><li>◆<ol type=i><li>◆<ul><li>◆</ul><li>◆ …</ol>◆<li><p>◆</p><p>◆</p></ol>"},
	{name: "menus and directories", made: "<menu><li>◆</menu><dir><li>◆</dir>"},
	{name: "definition lists", made: "<dl><dt>◆<dd>◆ <p>◆</p><dt>◆<dd>◆ …</dl>"},
	{name: "tables of figures, with heads, feet and captions", made: "<table><caption>◆ ◆</caption><thead><tr><th>◆<th>◆<tbody><tr><td>◆<td>◆<tr><td>◆<br>◆<td><p>◆</p><p>◆</p><tfoot><tr><td colspan=2>◆</table>"},
	{name: "tables that lay a page out", made: "<table><tr><td>◆<td><p>◆ …</p></table>"},
	{name: "tables in tables", made: "<table><tr><td>◆<td>◆<tr><td>◆<td><table><tr><td>◆<td>◆<tr><td>◆<td>◆<tr><td>◆<td>◆</table><tr><td>◆<td>◆</table>"},
	{name: "lists in tables", made: "<table><tr><td>◆<td>◆<tr><td>◆<td><ul><li>◆<li>◆</ul><tr><td>◆<td>◆</table>"},
	{name: "quotations", made: "<blockquote>◆ <p>◆ …</p></blockquote><p>◆ <q>◆ <q>◆</q></q> ◆</p>"},
	{name: "printed text", made: "<pre>◆ ◆\n\n◆\n   ◆</pre><xmp>◆ <b>◆</xmp><listing>◆</listing>"},
	{name: "links", made: "<p>◆ <a href='https://kites.example/a'>◆</a> <a name=a§>◆</a></p>"},
	{name: "footnotes that links lead to", made: "<p>◆ <a href='#n§'>[§]</a> ◆</p>", part: map[string]string{"foot": "<p id=n§>[§] ◆ ◆</p>"}},
	{name: "footnotes with marks", made: "<p>◆ ◆<sup>9</sup> ◆</p><p><sup>9</sup> ◆ ◆</p>"},
	{name: "pictures", made: "<p>◆ <img src=a.png alt='◇ ◇'> ◆</p><img src=b.png alt='◇'>", of: "what stands in their place", is: isAside},
	{name: "pictures with places that are links", made: "<p>◆</p><map name=m><area alt='◇' href=x></map>", of: "what stands in their place", is: isAside},
	{name: "figures", made: "<figure>◆<figcaption>◆ ◆</figcaption></figure>"},
	{name: "ruby", made: "<p>◆ <ruby>◆<rp>(</rp><rt>◇</rt><rp>)</rp></ruby> ◆</p>", of: "what stands above", is: isAside},
	{name: "abbreviations, dates, data, outputs, directions", made: "<p><abbr title=x>◆</abbr> <acronym>◆</acronym> <time datetime=x>◆</time> <data value=x>◆</data> <output>◆</output> <bdo dir=rtl>◆</bdo> <bdi>◆</bdi></p>"},
	{name: "tips on pointing", made: "<p title='◇'>◆ <abbr title='◇ ◇'>◆</abbr></p>", is: isNone},
	{name: "addresses", made: "<address>◆ ◆</address>"},
	{name: "text to be opened", made: "<details><summary>◆ ◆</summary>◆ <p>◆ …</p></details>"},
	{name: "elements that HTML does not know", made: "<p>◆ <o:p>◆</o:p> <st1:place>◆</st1:place> <two-lamps>◆</two-lamps> <blink>◆</blink> <marquee>◆</marquee></p>"},
	{name: "formulas", made: "<p>◆ <math><mi>◆</mi> <mtext>◆</mtext></math> ◆</p>"},
	{name: "formulas with their source", made: "<p>◆ <math><semantics><mtext>◆</mtext> <annotation encoding=x>◇</annotation></semantics></math> ◆</p>", of: "the source", is: isAside, says: "not-shown"},
	{name: "drawings", made: "<p>◆ <svg><title>◇</title> <text>◇ ◇</text></svg> ◆</p>", is: isAside, says: "not-shown"},
	{name: "`hidden`, `display:none`, `visibility:hidden`", made: "<p>◆ <span hidden>◇</span> <span style='display: none'>◇</span> <span style='visibility:hidden'>◇</span> ◆</p><div hidden><p>◇</p></div>", is: isAside, says: "not-shown"},
	{name: "hidden text in a table", made: "<table><tr><td>◆ <span hidden>◇</span><td>◆<tr><td>◆<td>◆<tr><td>◆<td>◆</table>", is: isAside, says: "not-shown"},
	{name: "templates, `noscript`, `iframe`", made: "<p>◆</p><template><p>◇</p></template><noscript>◇</noscript><iframe>◇</iframe><iframe srcdoc='&lt;p>◇&lt;/p>'></iframe>", is: isAside, says: "not-shown"},
	{name: "what players show where they cannot play", made: "<p>◆</p><video src=x>◇</video> <audio>◇</audio> <canvas>◇</canvas> <object>◇</object> <meter>◇</meter> <progress>◇</progress>", is: isAside, says: "not-shown"},
	{name: "dialogs", made: "<p>◆</p><dialog>◇ ◇</dialog>", is: isAside},
	{name: "forms: labels, buttons, fields, choices", made: "<p>◆</p><form><fieldset><legend>◇</legend><label>◇ <input value='◇' placeholder='◇'></label><textarea>◇</textarea><select><optgroup label='◇'><option>◇</select><button>◇</button><input type=submit value='◇'></fieldset></form>", is: isAside},
	{name: "menus, side bars, feet", made: "<p>◆</p><nav><a href=x>◇</a> <a href=y>◇</a></nav><aside>◇</aside><footer>◇</footer>", is: isAside},
	{name: "blocks of links", made: "<p>◆</p><div><a href=x>◇</a> <a href=y>◇</a></div>", is: isAside},
	{name: "the title of the page", made: "<p>◆</p>", part: map[string]string{"head": "<title>◇ ◇</title>"}, is: isAside},
	{name: "programs, styles, descriptions", made: "<p>◆</p><script>◇</script><style>.◇{}</style>", part: map[string]string{"head": "<meta name=description content='◇'><script>◇</script>"}, is: isNone},
	{name: "comments", made: "<p>◆<!-- ◇ --> ◆</p><!--[if mso]>◇<![endif]-->", is: isNone},
	{name: "what Word writes for browsers alone", made: "<![if !supportLists]><p>◆</p><![endif]><p class=MsoNormal>◆<span style='mso-tab-count:1'> </span>◆</p>"},
	{name: "characters by name and number", made: "<p>◆&nbsp;◆&amp;◆ &#150; ◆&#x2013;◆&ndash;◆ &shy;</p>"},
	{name: "`CDATA`", made: "<p>◆ <![CDATA[◆ ◆]]> ◆</p>"},
	{name: "elements that XML ends where they begin", made: "<p>◆ <a name='a§'/> ◆</p><div class='a'/><p>◆</p>", part: map[string]string{"before": "<?xml version='1.0'?>", "head": "<script src='a.js'/>"}},
	{name: "elements not ended, and ended twice", made: "<div><p>◆ <b>◆ <i>◆</b> ◆</i></p></p>◆</div></span></div>◆<p>◆"},
	{name: "pages made of frames", is: isRefused, says: "frames", part: map[string]string{"head": "</head><frameset><frame src=x><noframes>◇</noframes></frameset><!--"}, made: "-->"},
}

// first is a text up to the first end.
func first(text, end string) string {
	before, _, found := strings.Cut(text, end)
	if !found {
		return ""
	}
	return before + end
}
