"""A page of `content/` -> its title, who checked it and its words; what other languages say, and in whose words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from generator.model.contact import Check
from generator.model.fields.dates import Day
from generator.model.fields.text import A_LANGUAGE, Label, Name, Prose, Sentence, Slug, Title
from generator.model.record import Many, Record
from generator.model.sources import SourceLink


@dataclass(frozen=True, slots=True)
class Titled:
    """One page that the engine makes from Markdown: its address ("privacy/"), its title, and one sentence or none."""

    address: str
    title: str
    description: str = ""


FROM_THE_WORDS = ("heading", "words", "first_line")
"""What stands below the front matter: the author never writes these as fields."""


Unread = Literal["yes", "no"]
"""Whether nobody who speaks the language has read these words yet. The site says so; and what guards a life is shown in
the first language."""


READ = "_read"
A_READER = re.compile(rf"({A_LANGUAGE.pattern}){READ}")
"""A line of a record, `cy_read`: who has read its words in a language. It is no field: any record may have it."""


class ReadBy(Record):
    """Who speaks the language and has read the words of a record in it: `cy_read: {by: Sam Reed, on: 2027-01-12}`."""

    by: Label
    """Who read them: a person."""
    on: Day
    """The day on which they did. What is changed in the first language after it counts as unread."""


class OtherWords(Record):
    """The words of a campaign's page in one more language."""

    unread: Unread = "no"
    """Whether nobody who speaks the language has read them yet."""
    checked: Check | None = None
    """Who read them beside the first language's, when and how."""
    words: Prose
    """The page's words, in Markdown."""


@dataclass(frozen=True, slots=True)
class PageTwin:
    """What a page of the content folder is in one more language: its file there, and where its words begin."""

    file: str
    words: str
    first_line: int
    checked: Check | None = None
    """Who has read it beside the first language's."""


Twins = Mapping[str, Mapping[str, PageTwin]]
"""By the page's file in the content folder, "rights.md", and then by language."""


class StandingPage(Record):
    """A standing page. Links in its words lead to files, as the engine wants them: "services/index.md"."""

    title: Title
    """The title of the page."""
    description: Sentence | None = None
    """One sentence for search engines and for links that are shared."""
    checked: Check | None = None
    """Who made sure that the words are still right."""
    heading: Title
    """The first line of the words, "# About this site"; the title where there is none."""
    words: Prose | None = None
    """Markdown, without the heading."""
    first_line: int = 1
    """The line of the file on which the words begin."""


class TwinPage(StandingPage):
    """The same page in one more language."""

    unread: Unread = "no"
    """Whether nobody who speaks the language has read it yet."""


class ReadPage(Record):
    """A page of a public body that somebody read."""

    title: Name
    """Whose page it is: its title there, and the body in brackets."""
    link: SourceLink
    """Where that page stands."""
    read: Day
    """The day on which it was read."""


class SourcedSentence(ReadPage):
    """One sentence in another language, word for word as a public body published it."""

    about: Literal["danger", "silent", "help", "interpreter"]
    """What it says: call 999; 999 without a voice; you can get help; ask for an interpreter."""
    says: Annotated[str, Field(min_length=1, max_length=500)]
    """The sentence, as it was published."""


class SpokenLanguage(Record):
    """One language that the page of languages has a part in."""

    code: Slug
    also: Many[Slug] = ()
    """Codes of the same language in records of services, beside its own."""
    sentences: Many[SourcedSentence] = ()
    """What could be sourced, in the order in which it is shown; none where nothing could."""

    @property
    def codes(self) -> frozenset[str]:
        """Every code that a record may have for it."""
        return frozenset((self.code, *self.also))


class SpokenLanguages(Record):
    """All that ship."""

    languages: Many[SpokenLanguage] = ()
    """In the order in which they stand."""
    named: Many[Slug] = ()
    """Those whose names stand near the head of every page."""
    asking: Many[ReadPage] = ()
    """The pages behind what our own templates say of how to ask for an interpreter."""
