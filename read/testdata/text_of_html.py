# The text of a web page by Python's own parser: all characters between tags, but those
# of programs and styles.
import html.parser
import sys


class Text(html.parser.HTMLParser):
    silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("script", "style")
        print()

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style") and self.silent > 0
        print()

    def handle_data(self, data):
        if not self.silent:
            print(data, end="")

    def unknown_decl(self, data):
        print(data.removeprefix("CDATA["))


with open(sys.argv[1], encoding="utf-8") as page:
    parser = Text()
    parser.feed(page.read())
    parser.close()
