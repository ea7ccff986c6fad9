"""Texts that must stay secret -> where another text says one of them, in whatever everyday way it is written.

The one pattern: the check of authors' files, redaction, `import` and the search of a built site all ask here. Every
form of every text is a row of words as they are read, written as one: a text is walked through once, from each of its
words, for as long as what was read begins any form. However many forms there are, a walk takes as long as one does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import sha256

from generator.model.fields.coordinates import A_POSITION
from generator.privacy.address_ends import is_longer_name, is_meant
from generator.privacy.address_forms import Form, How
from generator.privacy.address_words import A_DIGIT, cores_of, numbers_between
from generator.privacy.coordinate_search import CoordinateSearch
from generator.privacy.disguises import views_with_places
from generator.privacy.normalise import A_WORD, Token, WordsRead, canonical, read_words, tokens
from generator.privacy.secret_forms import forms_of, pauses_in, written_as_one
from generator.privacy.withheld import is_telling

LEFT_OUT = "[left out: secret]"
"""What stands in a message in the place of what is withheld."""
LITTLE_WORDS = "on in at off by near nr of yn ym yng ar ger c o co"
NUMBERED_WORDS = "house property door building block plot numbered"
BETWEEN = frozenset(map(canonical, f"{LITTLE_WORDS} {NUMBERED_WORDS}".split()))
"""Words that may stand between the parts of an address: "the Old Vicarage in Shap", "Church Street, house 12"."""
MOST_BETWEEN = 2
NEAR = 256
"""So many characters of a text are a part of it, in which what was found is compared."""
LONGEST_KEPT = 20_000
"""Of texts of so many characters what is read is remembered: that takes a hundred times their own memory."""
MOST_KEPT = 256
SAYS_NOTHING: dict[tuple[bytes, bytes], bool] = {}
"""Of longer ones only which says nothing of which secrets: the words of a language are the same in the next look."""


@dataclass(frozen=True, slots=True)
class SearchSign:
    """What one row of words says."""

    text: str
    """The secret as it was given."""
    how: How
    length: int
    """Of how many words it is."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text says something secret."""

    start: int
    end: int
    text: str
    """The secret as it was given: never to be repeated."""
    how: How

    @property
    def is_street(self) -> bool:
        """Whether it is a road or a house's name alone: others may live there, or be called so."""
        return self.how in ("street", "house")


class Sought:
    """Everything secret, made ready once."""

    def __init__(self, secrets: Mapping[str, object], *, also: Iterable[str] = ()) -> None:
        """Take texts that must stay secret, with what each is, and `also` texts of which only the whole counts."""
        self.what = secrets
        self.forms: dict[tuple[str, Form], tuple[str, ...]] = {}
        self.signs: dict[str, list[SearchSign]] = {}
        self.pauses: set[str] = set()
        self.positions = CoordinateSearch(text for text in secrets if A_POSITION.fullmatch(text))
        for text in sorted(filter(is_telling, secrets)):
            if text in self.positions.points:
                continue
            for form in forms_of(text, secrets[text]):
                self._add(text, form)
        also = list(also)
        for text in also:
            self._add(text, _whole(text))
        self.begins = {sign[:length] for sign in self.signs for length in range(1, len(sign) + 1)}
        spelled = {one for text in also for one in self.forms.get((text, _whole(text)), ())}
        self.cores = {
            sign: [(0, sign.replace("|", ""))] if sign in spelled else cores_of(sign, self.pauses)
            for sign in self.signs
        }
        self.literal = {sign for sign, cores in self.cores.items() if A_DIGIT.search(cores[0][1])}
        """Rows whose numbers count as they are written alone."""

    def __bool__(self) -> bool:
        return bool(self.signs) or bool(self.positions)

    def _add(self, text: str, form: Form) -> None:
        if not form.words or (text, form) in self.forms:
            return
        joined = written_as_one(form.words, text)
        self.forms[text, form] = joined
        self.pauses.update(pauses_in(form, text))
        for one in joined:
            signs = self.signs.setdefault(one, [])
            if not any(sign.text == text for sign in signs):
                signs.append(SearchSign(text, form.how, len(form.words)))

    def found_in(self, text: str) -> list[Hit]:
        """Each place where a text says something secret: from left to right, at one place the longest first."""
        if not self:
            return []
        return self._said(text, *read_words(text))

    def _said(
        self, text: str, words: Sequence[Token], singles: Sequence[bool], said: Set[str], with_digits: Sequence[int]
    ) -> list[Hit]:
        """The same of a text that is read."""
        found: dict[Hit, None] = {
            Hit(start, end, position, "whole"): None for start, end, position in self.positions.in_text(text)
        }
        if said.isdisjoint(self.begins):
            starts = [at for at in with_digits if self.may_begin(words, at)]
        else:
            starts = [at for at in range(len(words)) if self.may_begin(words, at)]
        if not starts and not found:
            return []
        for at in starts:
            found |= dict.fromkeys(self._from(text, words, singles, at))
        return sorted(found, key=lambda hit: (hit.start, -hit.end, hit.text))

    def may_begin(self, words: Sequence[Token], at: int) -> bool:
        """Whether a walk from a word is worth it: most begin nothing, but "12-14" and "12a" may say another number."""
        word = words[at].text
        if word in self.begins:
            return True
        if not word[0].isdigit():
            return False
        if word[-1].isalpha() and word[:-1] in self.begins:
            return True
        return at + 1 < len(words) and words[at + 1].text[0].isdigit()

    def _from(self, text: str, words: Sequence[Token], singles: Sequence[bool], first: int) -> Iterator[Hit]:
        """What begins with one word."""
        begins, signs = self.begins, self.signs
        open_ = [("", first, first - 1, 0)]
        while open_:
            so_far, at, last, between = open_.pop()
            for one, after in _steps(text, words, at):
                bar = so_far[-1:].isdigit() and one.isdigit() and words[last].is_number
                here = f"{so_far}|{one}" if bar and not (singles[at] and singles[last]) else so_far + one
                if here not in begins:
                    continue
                for sign in signs.get(here, ()):
                    used = after - first - between - sum(singles[first:after])
                    end = words[after - 1].end
                    apart = used > sign.length and ("\n" in text[words[first].start : end] or sign.how == "behind")
                    if (
                        used > sign.length + 1
                        or apart
                        or (here in self.literal and not _is_literal(text[words[first].start : end], here))
                    ):
                        continue
                    if used < sign.length and is_longer_name(sign.how, text, words, after):
                        continue
                    if is_meant(sign.how, text, words, last, after):
                        yield Hit(words[first].start, end, sign.text, sign.how)
                if after < len(words):
                    open_.append((here, after, after - 1, between))
            may_pause = so_far in self.pauses and between < MOST_BETWEEN and at + 1 < len(words)
            if may_pause and words[at].text in BETWEEN and "%" not in text[words[last].end : words[at].start]:
                open_.append((so_far, at + 1, last, between + 1))

    def redacted(self, text: str, left_out: str) -> str:
        """A text with all that may find a door replaced in it. A road alone stays: others may live there."""
        spans: list[tuple[int, int]] = []
        for start, end in sorted((start, end) for start, end, hit in self.seen_in(text) if hit.how != "street"):
            if spans and start < spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        for start, end in reversed(spans):
            text = f"{text[:start]}{left_out}{text[end:]}"
        return text

    def seen_in(self, text: str) -> Iterator[tuple[int, int, Hit]]:
        """Each hit with its place in the text itself, also where entities, tags or marks hide it."""
        if len(text) <= LONGEST_KEPT:
            yield from self._seen_in(text)
        elif self and (looked := (self.name, _digest(text))) not in SAYS_NOTHING:
            seen = False
            for hit in self._seen_in(text):
                seen = True
                yield hit
            if not seen:
                SAYS_NOTHING[looked] = True
                if len(SAYS_NOTHING) > MOST_KEPT:
                    SAYS_NOTHING.pop(next(iter(SAYS_NOTHING)), None)

    @cached_property
    def name(self) -> bytes:
        """What is the same for two of these only where they find the same."""
        rows = sorted(self.signs.items()), sorted(self.pauses), sorted(self.literal), sorted(self.positions.points)
        return _digest(repr(rows))

    def _seen_in(self, text: str) -> Iterator[tuple[int, int, Hit]]:
        told: dict[tuple[str, int], list[tuple[int, int, bool]]] = {}
        for view, places, words in _views(text) if self else ():
            for hit in self._said(view, *words):
                start, end = _place_of(hit, places, len(text)) if places else (hit.start, hit.end)
                # Only what stands near is compared: a long text says a thing many times.
                near = [(hit.text, part) for part in range(start // NEAR, end // NEAR + 1)]
                known = (one for part in near for one in told.get(part, ()) if one[0] < end and start < one[1])
                if not places or not any(is_street <= hit.is_street for *_, is_street in known):
                    for part in near:
                        told.setdefault(part, []).append((start, end, hit.is_street))
                    yield start, end, hit


def _place_of(hit: Hit, places: Sequence[int], length: int) -> tuple[int, int]:
    """Where a hit in a view stands in the text, which is so long: to the end of all that its last letter was read of.

    Several letters of a view may be of one disguise, which is never left in part: "%4d%69%6c%6c" says them all.
    """
    behind = bisect_right(places, places[hit.end - 1], lo=hit.end)
    return places[hit.start], places[behind] if behind < len(places) else length


def _steps(text: str, words: Sequence[Token], at: int) -> Iterator[tuple[str, int]]:
    """How a walk may go on with one word: as it stands; where it begins a range, as each number of the range."""
    word = words[at]
    yield word.text, at + 1
    if word.text[-1].isalpha() and word.text[:-1].isdigit():
        yield word.text[:-1], at + 1
    # "Unit 3-12 Mill Lane" is unit 3 of number 12, "Units 3-5" are three.
    several = at == 0 or words[at - 1].text != "unit" or text[words[at - 1].end - 1] in "sS" or not word.is_number
    if word.text[0].isdigit() and at + 1 < len(words) and several:
        for number in numbers_between(text, word, words[at + 1]):
            yield number, at + 2


SeenText = tuple[str, Sequence[int] | None, WordsRead]
"""A text in one way in which a reader may see it, the place of each letter, and what is read."""


def _views(text: str) -> Iterable[SeenText]:
    return _kept_views(text) if len(text) <= LONGEST_KEPT else _views_of(text)


@lru_cache(maxsize=MOST_KEPT)
def _kept_views(text: str) -> tuple[SeenText, ...]:
    """Templates are the same from one look at a site to the next, whatever it keeps secret."""
    return tuple(_views_of(text))


def _views_of(text: str) -> Iterator[SeenText]:
    for view, places in views_with_places(text):
        yield view, places, read_words(view)


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def _whole(text: str) -> Form:
    return Form(tuple(token.text for token in tokens(text)), "whole")


def _is_literal(said: str, sign: str) -> bool:
    return "".join(map(canonical, A_WORD.findall(said))) == sign.replace("|", "")
