"""A text about to leave for an e-mail or an issue -> the same without any address that must stay secret.

None should be in it: messages are made of what is public. But an author may have written a street into the label of a
contact that the site keeps back, and no build has looked at that.
"""

from __future__ import annotations

from generator.model.edition import Edition
from generator.model.sought import LEFT_OUT


def without_secrets(edition: Edition, text: str) -> str:
    """A text in which every withheld address, postcode and name is replaced, in any way to write it."""
    return edition.sought.redacted(text, LEFT_OUT)
