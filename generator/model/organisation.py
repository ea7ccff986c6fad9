"""Organisation: who runs a service, pays for it, or takes part in a campaign."""

from __future__ import annotations

from generator.model.record import Many, Record
from generator.model.text import Label, Name, Sentence, WebLink


class Organisation(Record):
    """A charity, public body or company."""

    name: Name
    """Its name, as it calls itself."""
    about: Sentence | None = None
    """One sentence about it."""
    website: WebLink | None = None
    """Its web address."""
    charity: Label | None = None
    """The number in the register of charities of England and Wales."""
    company: Label | None = None
    """The number in the register of companies."""
    sources: Many[Label] = ()
    """What these facts rest on: web addresses, or codes of the list of sources."""
