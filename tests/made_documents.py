"""Documents made in code, each with some words in one of the places where a document keeps words."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO

from PIL import PngImagePlugin

from tests.photographs import a_photograph, a_picture

LETTERS = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
SYSTEM = b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
SHAPES = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts "
    b"[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own %s >>] >>" % SYSTEM
)
A_FORM = b"/Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>"
AN_IMAGE = b"/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"


def packed(parts: Mapping[str, str | bytes], remark: str = "") -> bytes:
    """A zip file with these files in it."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = remark.encode()
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def drawn(text: str) -> bytes:
    """What shows a line of text on a page of a PDF."""
    return b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % text.encode("latin-1")


def a_stream(data: bytes, entries: bytes = b"") -> bytes:
    """A stream of a PDF."""
    small = zlib.compress(data)
    return b"<< %s /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (entries, len(small), small)


def a_pdf(
    *contents: bytes,
    more: Sequence[bytes] = (),
    page: bytes = b"",
    root: bytes = b"",
    trailer: bytes = b"",
    font: bytes = LETTERS,
    drawings: bytes = b"",
) -> bytes:
    """A PDF. The first of `more` is its object 10; `page`, `root` and `trailer` are entries of those."""
    objects: dict[int, bytes] = {3: font}
    objects[1] = b"<< /Type /Catalog /Pages 2 0 R %s >>" % root
    pages = []
    for number, content in enumerate(contents):
        at = 100 + 2 * number
        pages.append(b"%d 0 R" % at)
        objects[at] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> /XObject << %s >> >> %s >>" % (at + 1, drawings, page)
        )
        objects[at + 1] = a_stream(content)
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(pages), len(pages))
    objects |= {10 + number: data for number, data in enumerate(more)}
    return _written(b"%PDF-1.7\n", objects, trailer)


def changed(data: bytes, number: int, instead: bytes) -> bytes:
    """A PDF saved once more by a program that keeps what it said before."""
    before = data.rpartition(b"startxref\n")[2].split()[0]
    return _written(data, {number: instead}, b"/Prev " + before)


def _written(start: bytes, objects: Mapping[int, bytes], trailer: bytes) -> bytes:
    data, table = bytearray(start), bytearray(b"xref\n0 1\n0000000000 65535 f \n")
    for number in sorted(objects):
        table += b"%d 1\n%010d 00000 n \n" % (number, len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, objects[number])
    at = len(data)
    data += table + b"trailer\n<< /Size 1000 /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (trailer, at)
    return bytes(data)


def _described(words: str, *, small: bool = False) -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", words, zip=small)
    return a_picture(pnginfo=text)


def _wide(text: str) -> bytes:
    return b"<%s>" % (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode()


def _cut(text: str) -> str:
    """A paragraph of Word, with a tag in the middle of each word."""
    runs = "".join(f"<w:r><w:t>{text[at : at + 3]}</w:t></w:r>" for at in range(0, len(text), 3))
    return f'<w:document><w:p w:rsidR="00AB12CD">{runs}</w:p></w:document>'


def _entities(text: str) -> str:
    return "".join(f"&#x{ord(letter):x};" if letter.isalpha() else letter for letter in text)


def _with_line(words: str) -> bytes:
    return a_pdf(drawn("Come and see us."), more=[words.encode("latin-1")], page=b"/Annots [10 0 R]")


def _a_scan() -> bytes:
    return a_pdf(b"/X1 Do", more=[a_stream(b"\0", AN_IMAGE)], drawings=b"/X1 10 0 R")


def _a_photograph(data: bytes) -> bytes:
    return b"<< /Subtype /Image /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


BODY = {"word/document.xml": "<w:t>Come and see us.</w:t>"}
HARMLESS = drawn("Come and see us.")
WITH_WORDS: Mapping[str, Callable[[str], bytes]] = {
    # Office files, as the programs write them.
    "cut.docx": lambda s: packed({"word/document.xml": _cut(s)}),
    "deleted.docx": lambda s: packed({"word/document.xml": f"<w:p><w:del><w:delText>{s}</w:delText></w:del></w:p>"}),
    "between.docx": lambda s: packed(
        {"word/document.xml": f"<w:p><w:t>{s[:6]}</w:t><w:delText>old</w:delText><w:t>{s[6:]}</w:t></w:p>"}
    ),
    "put-in.docx": lambda s: packed(
        {"word/document.xml": f'<w:p><w:t>{s[:6]}</w:t><w:ins w:id="1"><w:t>new</w:t></w:ins><w:t>{s[6:]}</w:t></w:p>'}
    ),
    "author.docx": lambda s: packed(BODY | {"docProps/core.xml": f"<dc:creator>{s}</dc:creator>"}),
    "company.docx": lambda s: packed(BODY | {"docProps/app.xml": f"<Company>{s}</Company>"}),
    "own-property.docx": lambda s: packed(BODY | {"docProps/custom.xml": f"<vt:lpwstr>{s}</vt:lpwstr>"}),
    "comment.docx": lambda s: packed({"word/comments.xml": f"<w:comment><w:p><w:t>{s}</w:t></w:p></w:comment>"}),
    "commenter.docx": lambda s: packed({"word/comments.xml": f'<w:comment w:author="{s}"/>'}),
    "single-marks.docx": lambda s: packed({"word/comments.xml": f"<w:comment w:author='{s}'/>"}),
    "header.docx": lambda s: packed({"word/header1.xml": f"<w:p><w:t>{s}</w:t></w:p>"}),
    "footnote.docx": lambda s: packed({"word/footnotes.xml": f"<w:p><w:t>{s}</w:t></w:p>"}),
    "alt.docx": lambda s: packed({"word/document.xml": f'<wp:docPr id="1" descr="{s}"/>'}),
    "link.docx": lambda s: packed({"word/_rels/document.xml.rels": f'<Relationship Target="{s}"/>'}),
    "hidden-data.docx": lambda s: packed({"customXml/item1.xml": f"<a>{s}</a>"}),
    "cdata.docx": lambda s: packed({"word/document.xml": f"<w:t><![CDATA[{s}]]></w:t>"}),
    "utf16.docx": lambda s: packed({"word/document.xml": f"<w:t>{s}</w:t>".encode("utf-16")}),
    "entities.docx": lambda s: packed({"word/document.xml": f"<w:t>{_entities(s)}</w:t>"}),
    "picture.docx": lambda s: packed({"word/media/image1.png": _described(s)}),
    "zipped-words.docx": lambda s: packed({"word/media/image1.png": _described(s, small=True)}),
    "camera.docx": lambda s: packed({"word/media/image1.jpg": a_picture("JPEG", comment=s.encode())}),
    "drawing.docx": lambda s: packed({"word/media/image1.emf": b"\1\0" + s.encode("utf-16-le") + b"\0\0"}),
    "sheet-inside.docx": lambda s: packed({"word/embeddings/a.xlsx": packed({"xl/sharedStrings.xml": f"<t>{s}</t>"})}),
    "printer.xlsx": lambda s: packed({"xl/printerSettings/printerSettings1.bin": s.encode("utf-16-le")}),
    "shared.xlsx": lambda s: packed({"xl/sharedStrings.xml": f"<sst><si><t>{s}</t></si></sst>"}),
    "two-cells.xlsx": lambda s: packed(
        {
            "xl/worksheets/sheet1.xml": '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>',
            "xl/sharedStrings.xml": f"<sst><si><t>{s[2:]}</t></si><si><t>{s[:2]}</t></si></sst>",
        }
    ),
    "hidden-sheet.xlsx": lambda s: packed(
        {
            "xl/workbook.xml": '<sheet name="A" state="veryHidden"/>',
            "xl/worksheets/sheet2.xml": f'<c t="inlineStr"><is><t>{s}</t></is></c>',
        }
    ),
    "sheet-name.xlsx": lambda s: packed({"xl/workbook.xml": f'<sheet name="{s}"/>'}),
    "note.xlsx": lambda s: packed({"xl/comments1.xml": f"<t>{s}</t>"}),
    "pivot.xlsx": lambda s: packed({"xl/pivotCache/pivotCacheRecords1.xml": f'<s v="{s}"/>'}),
    "slide.pptx": lambda s: packed({"ppt/slides/slide1.xml": f"<a:p><a:r><a:t>{s}</a:t></a:r></a:p>"}),
    "speaker.pptx": lambda s: packed({"ppt/notesSlides/notesSlide1.xml": f"<a:t>{s}</a:t>"}),
    "hidden-slide.pptx": lambda s: packed({"ppt/slides/slide2.xml": f'<p:sld show="0"><a:t>{s}</a:t></p:sld>'}),
    "break.pptx": lambda s: packed({"ppt/slides/slide1.xml": f"<a:t>{s[:1]}</a:t><a:br/><a:t>{s[2:]}</a:t>"}),
    "text.odt": lambda s: packed({"content.xml": f"<text:p>{s}</text:p>"}),
    "spaces.odt": lambda s: packed({"content.xml": f"<text:p>{s.replace(' ', '<text:s/>')}</text:p>"}),
    "changes.odt": lambda s: packed({"content.xml": f"<text:deletion><text:p>{s}</text:p></text:deletion>"}),
    "author.odt": lambda s: packed(BODY | {"meta.xml": f"<meta:initial-creator>{s}</meta:initial-creator>"}),
    "object.odt": lambda s: packed({"ObjectReplacements/Object 1": s.encode("utf-16-le")}),
    "cell.ods": lambda s: packed({"content.xml": f"<table:table-cell><text:p>{s}</text:p></table:table-cell>"}),
    "notes.odp": lambda s: packed({"content.xml": f"<presentation:notes><text:p>{s}</text:p></presentation:notes>"}),
    "chapter.epub": lambda s: packed({"OEBPS/a.xhtml": f"<p>{s[:4]}<b>{s[4:]}</b></p>"}),
    "remark.epub": lambda s: packed({"OEBPS/a.xhtml": f"<p>Hello</p><!-- <p>{s}</p> -->"}),
    "title.epub": lambda s: packed(BODY | {"content.opf": f"<dc:title>{s}</dc:title>"}),
    "unquoted.epub": lambda s: packed({"a.html": f"<p title={s.replace(' ', '&#32;')}>Hello</p>"}),
    # Archives.
    "text.zip": lambda s: packed({"a.txt": s}),
    "letter.zip": lambda s: packed({"a.docx": packed({"word/document.xml": _cut(s)})}),
    "deep.zip": lambda s: packed({"a.zip": packed({"a.pdf": a_pdf(drawn(s))})}),
    "name.zip": lambda s: packed({f"{s}.txt": "Words."}),
    "folder.zip": lambda s: packed({f"{s}/a.txt": "Words."}),
    "remark.zip": lambda s: packed({"a.txt": "Words."}, remark=s),
    # Text.
    "plain.txt": lambda s: f"Come to {s}.\n".encode(),
    "windows.txt": lambda s: f"Caf\xe9: {s}.\r\n".encode("cp1252"),
    "cells.csv": lambda s: f'name,address\nus,"{s}"\n'.encode(),
    "line.vtt": lambda s: f"WEBVTT\n\n00:00.000 --> 00:02.000\n{s}\n".encode(),
    "cut.vtt": lambda s: (
        f"WEBVTT\n\n1\n00:00.000 --> 00:02.000\n{s[:1]}\n\n2\n00:02.000 --> 00:04.000\n{s[2:]}\n".encode()
    ),
    "cut.srt": lambda s: f"1\n00:00:01,0 --> 00:00:02,0\n{s[:1]}\n\n2\n00:00:02,0 --> 00:00:04,0\n{s[2:]}\n".encode(),
    # PDFs.
    "page.pdf": lambda s: a_pdf(drawn(s)),
    "second-page.pdf": lambda s: a_pdf(HARMLESS, drawn(s)),
    "two-lines.pdf": lambda s: a_pdf(
        b"BT /F1 12 Tf 14 TL 72 700 Td (%s) Tj T* (%s) Tj ET" % (s[:1].encode(), s[2:].encode())
    ),
    "kerned.pdf": lambda s: a_pdf(
        b"BT /F1 12 Tf 72 700 Td [%s] TJ ET" % b" -20 ".join(b"(%c)" % one for one in s.encode())
    ),
    "octal.pdf": lambda s: a_pdf(
        b"BT /F1 12 Tf 72 700 Td (%s) Tj ET" % b"".join(b"\\%03o" % one for one in s.encode())
    ),
    "unseen.pdf": lambda s: a_pdf(HARMLESS + b" 3 Tr " + drawn(s)),
    "white.pdf": lambda s: a_pdf(HARMLESS + b" 1 g " + drawn(s)),
    "outside.pdf": lambda s: a_pdf(HARMLESS + b" 1 0 0 1 2000 2000 cm " + drawn(s)),
    "layer.pdf": lambda s: a_pdf(HARMLESS + b" /OC /Hidden BDC " + drawn(s) + b" EMC"),
    "author.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Author (%s) >>" % s.encode()], trailer=b"/Info 10 0 R"),
    "wide-title.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Title %s >>" % _wide(s)], trailer=b"/Info 10 0 R"),
    "own-property.pdf": lambda s: a_pdf(HARMLESS, trailer=b"/Info << /Office (%s) >>" % s.encode()),
    "xmp.pdf": lambda s: a_pdf(
        HARMLESS,
        more=[a_stream(f"<x:xmpmeta><dc:creator>{s}</dc:creator></x:xmpmeta>".encode(), b"/Type /Metadata")],
        root=b"/Metadata 10 0 R",
    ),
    "remark.pdf": lambda s: _with_line(f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({s}) >>"),
    "remarker.pdf": lambda s: _with_line(f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /T ({s}) >>"),
    "link.pdf": lambda s: _with_line(f"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI ({s}) >> >>"),
    "field.pdf": lambda s: _with_line(f"<< /Type /Annot /Subtype /Widget /FT /Tx /Rect [0 0 9 9] /V ({s}) >>"),
    "alt.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Type /StructElem /Alt (%s) >>" % s.encode()]),
    "bookmark.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Title (%s) /Parent 1 0 R >>" % s.encode()]),
    "form.pdf": lambda s: a_pdf(
        b"/X1 Do",
        more=[a_stream(drawn(s), A_FORM)],
        drawings=b"/X1 10 0 R",
    ),
    "orphan.pdf": lambda s: a_pdf(
        HARMLESS,
        more=[
            b"<< /Type /Page /MediaBox [0 0 9 9] /Contents 11 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            a_stream(drawn(s)),
        ],
    ),
    "earlier.pdf": lambda s: changed(a_pdf(drawn(s)), 101, a_stream(HARMLESS)),
    "earlier-name.pdf": lambda s: changed(
        a_pdf(HARMLESS, more=[b"<< /Author (%s) >>" % s.encode()], trailer=b"/Info 10 0 R"), 10, b"<< /Author (Us) >>"
    ),
    "inside.pdf": lambda s: a_pdf(
        HARMLESS,
        more=[
            b"<< /Type /Filespec /F (a.docx) /EF << /F 11 0 R >> >>",
            a_stream(packed({"word/document.xml": _cut(s)}), b"/Type /EmbeddedFile"),
        ],
    ),
    "photograph.pdf": lambda s: a_pdf(HARMLESS, more=[_a_photograph(a_picture("JPEG", comment=s.encode()))]),
    # Drawings.
    "cut.svg": lambda s: (
        f'<svg xmlns="http://www.w3.org/2000/svg"><text>{s[:4]}<tspan>{s[4:]}</tspan></text></svg>'.encode()
    ),
    "title.svg": lambda s: f'<svg xmlns="http://www.w3.org/2000/svg"><title>{s}</title></svg>'.encode(),
}
UNREAD: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "scan.pdf": (_a_scan, "page 1"),
    "half-a-scan.pdf": (lambda: a_pdf(HARMLESS, b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 ID \0 EI Q"), "page 2"),
    "outlines.pdf": (lambda: a_pdf(b"0 0 m 10 10 l 20 5 l f"), "page 1"),
    "shapes.pdf": (
        lambda: a_pdf(b"BT /F1 12 Tf <0011001200130014001500160017> Tj ET", font=SHAPES),
        "page 1",
    ),
    "picture.docx": (lambda: packed({"word/media/image1.png": a_picture()}), "all of it"),
    "sound.pptx": (
        lambda: packed({"ppt/slides/slide1.xml": "<a:t>Hi</a:t>", "ppt/media/a.mp3": b"ID3"}),
        "its pictures, sound or film",
    ),
    "object.docx": (
        lambda: packed({"word/document.xml": "<w:t>Hi</w:t>", "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0"}),
        "its words",
    ),
    "scan.zip": (
        lambda: packed({"a.pdf": _a_scan()}),
        "file 1 in it",
    ),
    "sound.zip": (lambda: packed({"a.mp3": b"ID3"}), "file 1 in it"),
}


def with_a_place() -> Mapping[str, bytes]:
    """Documents with a photograph in them that says where it was taken."""
    photograph = a_photograph("JPEG")
    return {
        "a.docx": packed({"word/media/image1.jpeg": photograph}),
        "a.odt": packed({"Pictures/1.jpg": photograph}),
        "a.zip": packed({"a.jpg": photograph}),
        "a.epub": packed({"OEBPS/images/a.jpg": photograph}),
        "a.pdf": a_pdf(HARMLESS, more=[_a_photograph(photograph)]),
    }


def a_document(ending: str) -> bytes:
    """A document of one kind, with a few words."""
    return next(made("Words.") for name, made in WITH_WORDS.items() if name.endswith(ending))
