"""The rows of a reply form -> one HTML file that a provider fills in and sends by mail: no script, no other file."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from generator.staff.provider_replies.reply_form import FormRow

STYLE = (
    "body{font:1.1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}"
    "label{display:block;font-weight:bold;margin-top:1.5rem}p{margin:.25rem 0}"
    "textarea{width:100%;min-height:3rem;font:inherit;border:2px solid #555;padding:.4rem;box-sizing:border-box}"
    "button{font:inherit;margin:2rem 0;padding:.6rem 1.2rem}"
)
POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action mailto:"
BY = "by"
"""The last part of the key of the row in which a provider writes who they are."""


def as_html(rows: Sequence[FormRow], service_id: str, name: str, office: str, email: str | None) -> str:
    """The whole file. With an address of the office it is sent by a button; else it is printed, or told on the phone.

    Args:
        rows: the questions.
        service_id: whose form it is.
        name: what the service is called.
        office: who asks.
        email: where the answers go; None: the office has no address that readers know.
    """
    title = f"{name}: are our details right?"
    fields = [_field(one.key, one.what, f"We say: {one.have}") for one in rows]
    fields.append(_field(f"{service_id}/{BY}", "Your name", "So that we know whom we have asked."))
    how = "Write only what has changed; leave the rest empty. Please do not write a secret address."
    inside = "\n".join(fields)
    if email:
        address = escape(f"mailto:{email}?subject={quote(title)}")
        button = '<button type="submit">Send it with my mail program</button>'
        inside = f'<form action="{address}" method="post" enctype="text/plain">\n{inside}\n{button}\n</form>'
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<style>{STYLE}</style>\n</head>\n<body>\n'
        f"<h1>{escape(title)}</h1>\n<p>{escape(office)} asks. {how}</p>\n{inside}\n</body>\n</html>\n"
    )


def _field(key: str, what: str, have: str) -> str:
    name = escape(key)
    return (
        f'<label for="{name}">{escape(what)}</label>\n<p id="{name}-now">{escape(have)}</p>\n'
        f'<textarea id="{name}" name="{name}" aria-describedby="{name}-now"></textarea>'
    )
