"""The text of a file -> whether anything withheld may be said in it. It is never no where something is said.

A text is taken apart where a tag ends a line, or a value of JSON ends. A piece in which nothing can be said is
remembered: pages share most of theirs, and each is looked at once. Those of a file that are new are looked at together,
many as one text, with a word between them that begins nothing: hardly ever is one suspect, and that one is looked at
alone, with what stands around.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from generator.privacy.adjacent_numbers import BORDER
from generator.privacy.disguises import A_VALUE_ENDS, pieces, plain_views, without_tags
from generator.privacy.machine_ids import can_be_spelt, without_ids
from generator.privacy.number_search import Numbers
from generator.privacy.prefilter import Prefilter

MOST_PIECES = 50_000
"""How many pieces of files to remember, and of those before them: the frame and usual facts, in some 20 MB."""
CLEAR, OPEN, CAUGHT = range(3)
"""What a piece of a file is: nothing can be said in it; something may begin at its end; look closely."""
AT_ONCE = 1_000
"""So many pieces are looked at together, at most: a file may have a hundred times as many."""
FEWEST = 12
"""So many words around a piece can change what is read in it: a number, a row of single letters."""


class QuickLook:
    """What is known of the pieces of all files so far that end in one way: what ends one is read with it."""

    def __init__(self, prefilter: Prefilter, numbers: Numbers, says: Callable[[str], bool], end: str) -> None:
        """Take what may be said, what tells whether a view of a text says it, and where texts are taken apart."""
        self.prefilter, self.numbers, self.says, self.end = prefilter, numbers, says, end
        self.passes_ids = end == A_VALUE_ENDS and not can_be_spelt(prefilter.signs)
        self.clear: set[str] = set()
        self.once_clear: set[str] = set()
        """What was clear before there were too many: what is met again is remembered again."""
        self.known: dict[str, int] = {}
        """What else is known of pieces, and of pieces joined."""
        self.lengths: dict[str, tuple[int, int]] = {}

    def may_say(self, text: str, *, folded: bool = False) -> bool:
        """Whether a text may say anything withheld; `folded` where it is of a kind that folds its lines."""
        if folded:
            return self._state(text, folded=True) != CLEAR
        if self.passes_ids:
            text = without_ids(text, self.numbers)
        clear = self.clear
        parts = text.split(self.end)
        asked = [at for at, piece in enumerate(parts) if piece not in clear]
        again = self.once_clear.intersection(map(parts.__getitem__, asked)) if self.once_clear else set()
        self._remember(again, CLEAR)
        suspects = [at for at in asked if parts[at] in self.known]
        new = [at for at in asked if parts[at] not in self.known and parts[at] not in again]
        if new:
            for first in range(0, len(new), AT_ONCE):
                suspects += self._suspects(parts, new[first : first + AT_ONCE])
        whole = pieces(text, self.end) if suspects else []
        return any(self._may_say_at(whole, at) for at in sorted(suspects))

    def _suspects(self, parts: Sequence[str], new: Sequence[int]) -> list[int]:
        """Which of some pieces may say something, or begin something that goes on behind them. The rest are clear."""
        found = self._suspects_among([parts[at] for at in new])
        self._remember([parts[at] for number, at in enumerate(new) if number not in found], CLEAR)
        return [new[number] for number in found]

    def _suspects_among(self, new: Sequence[str]) -> Collection[int]:
        """The same, by their places among them: all, where it is not sure."""
        between = f"{self.end}{BORDER}\n"
        together = f"{between.join(new)}{between}"
        seen = plain_views(together)
        bare = frozenset(without_tags(seen))
        found: set[int] = set()
        for view in dict.fromkeys([*seen, *bare]):
            parts = view.split(BORDER)
            borders, suspects, counted = self.prefilter.suspects(view, at_ends=view in bare)
            if not len(new) == borders == len(parts) - 1:
                return range(len(new))  # a file has our word too
            found |= suspects
            if self.numbers.may_be_said(view):  # none goes on over the letters between two
                found.update(at for at, part in enumerate(parts[:-1]) if self.numbers.may_be_said(part))
            found.update(at for at in counted if self.numbers.may_go_on(parts[at]))
        return found

    def _may_say_at(self, parts: Sequence[str], at: int) -> bool:
        """The same of one piece, and where something may begin at its end, with as many behind it as that may take."""
        state, end = self._state_of(parts[at]), at + 1
        letters = digits = 0
        while state == OPEN and end < len(parts):
            more = self._length_of(parts[end])
            end += 1
            if more[0]:
                letters, digits = letters + more[0], digits + more[1]
                state = self._state_of("".join(parts[at:end]), letters, digits)
        return state == CAUGHT and self._is_said_around(parts, at, end)

    def _length_of(self, piece: str) -> tuple[int, int]:
        """How many letters and digits, and digits alone, may be read in a piece beside its tags: at least so many."""
        known = self.lengths.get(piece)
        if known is None:
            seen = ["".join(self.prefilter.words(view)) for view in without_tags(plain_views(piece))]
            known = min(map(len, seen)), min(sum(map(str.isdigit, view)) for view in seen)
            if len(self.lengths) >= MOST_PIECES:
                self.lengths.clear()
            self.lengths[piece] = known
        return known

    def _state_of(self, piece: str, letters: int = 0, digits: int = 0) -> int:
        """What a piece is; of several joined, with how many letters and digits behind the first."""
        short = piece.removesuffix(self.end)
        if short in self.clear:
            return CLEAR
        state = self.known.get(short)
        if state is None:
            state = self._state(piece, letters, digits)
            self._remember([short], state)
        return state

    def _remember(self, found: Collection[str], state: int) -> None:
        if len(self.clear) + len(self.known) + len(found) > MOST_PIECES:
            self.once_clear, self.clear = self.clear, set()
            self.known.clear()
        if state == CLEAR:
            self.clear.update(found)
        else:
            self.known |= dict.fromkeys(found, state)

    def _state(self, piece: str, letters: int = 0, digits: int = 0, *, folded: bool = False) -> int:
        seen = plain_views(piece, folded=folded)
        bare = without_tags(seen)
        state = CLEAR
        for view in dict.fromkeys([*seen, *bare]):
            # What is inside tags is read piece by piece, and does not go on in the next.
            may, goes_on = self.prefilter.look(view, beyond=letters if view in bare else None)
            if may or next(self.numbers.in_text(view), None):
                return CAUGHT
            if goes_on or (view in bare and self.numbers.may_go_on(view, digits)):
                state = OPEN
        return state

    def _is_said_around(self, parts: Sequence[str], first: int, last: int) -> bool:
        """Whether anything is said in some pieces of a file, with as much around them as can change what is read."""
        start, end = self._far_enough(parts, range(first - 1, -1, -1)), self._far_enough(parts, range(last, len(parts)))
        around = parts[first if start is None else start : last if end is None else end + 1]
        joined = "".join(around)
        if joined.removesuffix(self.end) in self.clear:
            return False
        seen = [view for piece in around for view in plain_views(piece)]
        said = self._state_of(joined) == CAUGHT and any(
            map(self.says, dict.fromkeys([*seen, *without_tags(plain_views(joined))]))
        )
        if not said:
            self._remember([joined.removesuffix(self.end)], CLEAR)
        return said

    def _far_enough(self, parts: Sequence[str], way: range) -> int | None:
        """The piece, in one direction, that has the last of so many words and letters."""
        words, letters, at = 0, 0, None
        for at in way:
            found = self.prefilter.words(without_tags([parts[at]])[-1])
            words, letters = words + len(found), letters + sum(map(len, found))
            if words >= FEWEST and letters >= self.prefilter.longest:
                break
        return at
