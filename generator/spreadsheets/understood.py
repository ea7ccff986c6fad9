"""What people write in their own spreadsheets -> how we write it, only where it can mean one thing alone."""

from __future__ import annotations

from generator.model.text import slug_of

YES_NO = {"y": "yes", "true": "yes", "n": "no", "false": "no"}
UNKNOWN = {"unknown", "not known", "don't know", "dont know", "unsure", "tbc", "?", "n/k"}


def as_choice(text: str, choices: tuple[str, ...]) -> str:
    """A word of a closed list however it is written: "Only if you agree" -> "only-if-you-agree"; "Y" -> "yes"."""
    plain = " ".join(text.lower().split()).strip(".")
    if plain in choices:
        return plain
    hyphened = slug_of(plain)
    if hyphened in choices:
        return hyphened
    if YES_NO.get(plain) in choices:
        return YES_NO[plain]
    if plain in UNKNOWN and "unknown" in choices:
        return "unknown"
    return text
