#!/bin/sh
# A picture's alt text becomes the content of an RSS item, or its summary, by where it stands.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check feedparser==6.0.14
"$folder/venv/bin/python" - <<'PYTHON'
import feedparser

FEED = """<?xml version="1.0"?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Posts</title><link>https://example.org/</link><description>Posts</description><item>
<title>A post</title><link>https://example.org/a/</link><guid isPermaLink="false">a</guid>{}</item></channel></rss>"""
WORDS = "<description>The words.</description>"
PICTURE = (
    '<media:content url="https://example.org/a.png" type="image/png" medium="image">'
    '<media:description type="plain">The alt text.</media:description></media:content>'
)
FULL = "<content:encoded>&lt;p&gt;The words.&lt;/p&gt;</content:encoded>"


def read(inside):
    item = feedparser.parse(FEED.format(inside)).entries[0]
    return item.summary, [one.value for one in item.get("content", [])]


seen = {
    "words, picture": read(WORDS + PICTURE),
    "picture, words": read(PICTURE + WORDS),
    "words, full words, picture": read(WORDS + FULL + PICTURE),
    "words, picture, full words": read(WORDS + PICTURE + FULL),
}
print("feedparser", feedparser.__version__)
print("expected: the summary is 'The words.' in every order, and the alt text is never content")
for order, (summary, content) in seen.items():
    print(f"seen, {order}: summary {summary!r}, content {content}")
assert seen == {
    "words, picture": ("The words.", ["The alt text."]),
    "picture, words": ("The alt text.", ["The words."]),
    "words, full words, picture": ("The words.", ["<p>The words.</p>"]),
    "words, picture, full words": ("The words.", ["The alt text.", "<p>The words.</p>"]),
}
PYTHON
