"""Organisation: who runs a service, pays for it, or takes part in a campaign."""

from __future__ import annotations

from generator.model.record import Many, Record
from generator.model.text import Label, Name, Sentence, WebLink


class Organisation(Record):
    """A charity, public body or company."""

    name: Name
    about: Sentence | None = None
    website: WebLink | None = None
    charity: Label | None = None
    """The number in the register of charities of England and Wales."""
    company: Label | None = None
    sources: Many[Label] = ()
