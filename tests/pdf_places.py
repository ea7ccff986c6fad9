"""PDFs made in code, each with some words where a page shows none: what is read aloud or copied, names, remarks."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tests.made_documents import A_FORM, HARMLESS, a_pdf, a_stream

WIDGET = b"<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] %s >>"
FONTS = b"/Resources << /Font << /F1 3 0 R >> >>"


def said_instead(words: bytes, key: bytes = b"ActualText", mark: bytes = b"BDC") -> bytes:
    """A mark of a page with words that are heard or copied in the place of what is drawn."""
    return b"/Span << /%s %s >> %s %s EMC " % (key, words, mark, HARMLESS)


def _literal(text: str) -> bytes:
    return b"(%s)" % text.encode()


def _hexadecimal(text: str) -> bytes:
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def _octal(text: str) -> bytes:
    return b"(%s)" % b"".join(b"\\%03o" % one for one in b"\xfe\xff" + text.encode("utf-16-be"))


def _name(text: str) -> bytes:
    return b"/" + text.replace(" ", "#20").encode()


def _bare(data: bytes, entries: bytes = b"") -> bytes:
    """A stream as it is, without a filter."""
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


def _shown(text: str) -> bytes:
    return b"BT /F1 12 Tf (%s) Tj ET" % text.encode()


PDF_PLACES: Mapping[str, Callable[[str], bytes]] = {
    "said-instead.pdf": lambda s: a_pdf(said_instead(_literal(s))),
    "said-in-hexadecimal.pdf": lambda s: a_pdf(said_instead(_hexadecimal(s))),
    "said-in-octal.pdf": lambda s: a_pdf(said_instead(_octal(s))),
    "said-in-utf-8.pdf": lambda s: a_pdf(said_instead(_literal("\ufeff" + s))),
    "said-in-two.pdf": lambda s: a_pdf(said_instead(_literal(s[:7])) + said_instead(_literal(s[7:]))),
    "said-by-letter.pdf": lambda s: a_pdf(b"".join(said_instead(b"(%c)" % one) for one in s.encode())),
    "described.pdf": lambda s: a_pdf(said_instead(_literal(s), b"Alt")),
    "written-out.pdf": lambda s: a_pdf(said_instead(_literal(s), b"E")),
    "at-a-point.pdf": lambda s: a_pdf(b"/Span << /ActualText %s >> DP " % _literal(s) + HARMLESS),
    "within-a-list.pdf": lambda s: a_pdf(b"/Span << /A [<< /ActualText %s >>] >> BDC EMC " % _literal(s) + HARMLESS),
    "said-in-a-form.pdf": lambda s: a_pdf(
        b"/X1 Do", more=[a_stream(said_instead(_literal(s)), A_FORM)], drawings=b"/X1 10 0 R"
    ),
    "said-in-a-bare-form.pdf": lambda s: a_pdf(
        b"/X1 Do", more=[_bare(said_instead(_literal(s)), A_FORM)], drawings=b"/X1 10 0 R"
    ),
    "bare-form-of-a-stamp.pdf": lambda s: a_pdf(HARMLESS, more=[_bare(_shown(s), A_FORM)]),
    "pattern.pdf": lambda s: a_pdf(HARMLESS, more=[a_stream(_shown(s), b"/PatternType 1 " + FONTS)]),
    "shape-of-a-letter.pdf": lambda s: a_pdf(HARMLESS, more=[a_stream(b"1 0 d0 " + _shown(s))]),
    "own-data.pdf": lambda s: a_pdf(HARMLESS, more=[a_stream(b"\0\1" + s.encode() + b"\0")]),
    "remark-in-a-page.pdf": lambda s: a_pdf(b"% " + s.encode() + b"\n" + HARMLESS),
    "remark-between.pdf": lambda s: a_pdf(HARMLESS).replace(b"\n", b"\n%% %s\n" % s.encode(), 1),
    "state-of-a-button.pdf": lambda s: a_pdf(HARMLESS, more=[WIDGET % (b"/FT /Btn /V " + _name(s))]),
    "looks-of-a-state.pdf": lambda s: a_pdf(HARMLESS, more=[WIDGET % (b"/AP << /N << %s null >> >>" % _name(s))]),
    "place-in-it.pdf": lambda s: a_pdf(HARMLESS, root=b"/Dests << %s [100 0 R /Fit] >>" % _name(s)),
    "name-of-a-property.pdf": lambda s: a_pdf(HARMLESS, trailer=b"/Info << %s (x) >>" % _name(s)),
    "choice.pdf": lambda s: a_pdf(HARMLESS, more=[WIDGET % (b"/FT /Ch /Opt [(a) %s]" % _literal(s))]),
    "help-of-a-field.pdf": lambda s: a_pdf(HARMLESS, more=[WIDGET % (b"/FT /Tx /TU " + _literal(s))]),
    "caption-of-a-button.pdf": lambda s: a_pdf(HARMLESS, more=[WIDGET % (b"/MK << /CA %s >>" % _literal(s))]),
    "name-of-a-layer.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Type /OCG /Name %s >>" % _literal(s)]),
    "label-of-a-page.pdf": lambda s: a_pdf(HARMLESS, root=b"/PageLabels << /Nums [0 << /P %s >>] >>" % _literal(s)),
    "packed-name.pdf": lambda s: a_pdf(
        HARMLESS, more=[b"<< /Type /Filespec /F %s /EF << /F 11 0 R >> >>" % _literal(f"{s}.txt"), a_stream(b"Hello")]
    ),
    "language.pdf": lambda s: a_pdf(HARMLESS, more=[b"<< /Type /StructElem /ActualText %s >>" % _hexadecimal(s)]),
}
