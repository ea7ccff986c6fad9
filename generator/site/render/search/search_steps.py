"""What to do first after each crime -> the words by which the search finds it: those that say something of it alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from generator.model.emergency import FirstStep, FirstSteps
from generator.site.render.search.search_words import stem

OF_NOTHING = frozenset(
    (
        "alone app because best block breathe day days done each england even fault first further gone goes "
        "government having hard helps hours inside journey last later law life listen long looks man matter men "
        "model months must named need never night offer once only other outside own part pays read real safe said "
        "say see seen sent service site six start step still stop such take taken talk teacher tell then third "
        "three told try twice understand use used way website whether within year yes"
    ).split()
)
"""English words of such lines that lead nobody to a crime by themselves or two by two."""
SHORT = 4
"""A number of more figures nobody types by heart: 159."""
FEW = 2
"""A word in what to do first after more crimes than this says nothing of any: to tell the police, to keep a note."""


def words_of_steps(
    steps: Mapping[str, FirstSteps], crimes: Iterable[str], telling: Callable[[str], Sequence[str]]
) -> list[str]:
    """For each crime, its lines: "bank number card 159|sent money hours". `telling` gives the words of a text."""
    lines = [[_words(step, telling) for step in steps[crime].steps] if crime in steps else [] for crime in crimes]
    often = Counter(root for some in lines for root in {stem(word) for line in some for word in line})
    kept = [
        [[word for word in line if often[stem(word)] <= FEW and word not in OF_NOTHING] for line in some]
        for some in lines
    ]
    return ["|".join(" ".join(line) for line in some if line) for some in kept]


def _words(step: FirstStep, telling: Callable[[str], Sequence[str]]) -> list[str]:
    """The words of one line, each root once; the number to call and what its link is for among them."""
    number = step.phone.shown if step.phone and len(step.phone.shown) <= SHORT else ""
    found = [word for text in (step.says, step.name or "", number) for word in telling(text)]
    return list({stem(word): word for word in reversed(found)}.values())[::-1]
