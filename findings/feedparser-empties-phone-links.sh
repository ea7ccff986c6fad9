#!/bin/sh
# A link that calls or texts keeps its words and loses where it leads; a link that mails keeps it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PYTHON'
import feedparser

FEED = """<?xml version="1.0"?>
<rss version="2.0"><channel><title>Posts</title><link>https://example.org/</link><description>Posts</description><item>
<title>A post</title><link>https://example.org/a/</link><description>{}</description></item></channel></rss>"""


def read(address):
    return feedparser.parse(FEED.format(f'&lt;a href="{address}"&gt;us&lt;/a&gt;')).entries[0].summary


seen = {one: read(one) for one in ("tel:+448081570000", "sms:+448081570000", "mailto:help@example.org")}
print("feedparser", feedparser.__version__)
print("expected: each link keeps its address, as tel, sms and mailto are all harmless")
for address, summary in seen.items():
    print(f"seen, {address}: {summary}")
assert seen == {
    "tel:+448081570000": '<a href="">us</a>',
    "sms:+448081570000": '<a href="">us</a>',
    "mailto:help@example.org": '<a href="mailto:help@example.org">us</a>',
}
PYTHON
