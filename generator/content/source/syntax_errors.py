"""The YAML parser's complaint -> a problem in an author's words, where the mistake was made and not where it showed."""

from __future__ import annotations

import re
from dataclasses import replace

import yaml

from generator.diagnostics import FOUND, HIDDEN_CHARACTER, Diagnostic, Fault, Location, place_in, quoted
from generator.model.fields.stray_characters import name_of

HIDDEN_IN_YAML = "\x85\u2028\u2029\ufeff"
"""What the parser would take for the end of a line, or let pass unseen. No editor counts lines by them."""


NEVER_CLOSES = Fault("quote-never-closes", "the quotation mark that opens here never closes", "add the second one")
FIRST_WORD = re.compile(r"[\s-]*")
FIELD = re.compile(r"\{?\s*[\w.-]+:(?:\s|$)")


def mistake(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Diagnostic:
    """What is wrong with a text that the parser can't read.

    Args:
        error: what the parser raised.
        text: the whole text.
        file: what to call the file.
        first_line: the line of the file on which the text begins.
    """
    lines = text.split("\n")
    swallows = _swallowing_quote(text, lines, _at(error.problem_mark))
    where, fault, found = (swallows, NEVER_CLOSES, "") if swallows else _in_words(error, lines)
    line = min(where[0], len(lines) - 1)
    if line and line == len(lines) - 1 and not lines[line]:
        line -= 1  # the parser counts one line more where the last one ends properly
    column = min(where[1], len(lines[line])) if line == where[0] else len(lines[line])
    return replace(fault.at(Location(file, line + first_line, column + 1)), found=found)


def _in_words(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[tuple[int, int], Fault, str]:
    """Where it is, what is wrong, and the author's own words that this repeats."""
    said, around = str(error.problem or ""), str(error.context or "")
    there, opened = _at(error.problem_mark), _at(error.context_mark)
    line = lines[there[0]] if there[0] < len(lines) else ""
    before, letter = line[: there[1]], line[there[1] : there[1] + 1]
    if "\t" in before + letter and not (before + letter).strip():
        return there, Fault("tab", "there is a tab here", "use spaces at the start of a line"), ""
    if "quoted scalar" in around and ("end of stream" in said or "document indicator" in said):
        return opened, NEVER_CLOSES, ""
    if "quoted scalar" in around:
        words = "a \\ means something else between double quotation marks"
        return there, Fault("backslash", words, "use single ones: 'a \\ b'"), ""
    if "flow sequence" in around:
        return opened, _bracket("[", "one, two]"), ""
    if "flow mapping" in around:
        return opened, _bracket("{", "name: value}"), ""
    if "alias" in around:
        return opened, can_not_start_with("*"), ""
    if "anchor" in around:
        return opened, can_not_start_with("&"), ""
    if "tag" in around:
        return opened, can_not_start_with("!"), ""
    if "mapping values are not allowed" in said:
        if ": " in before:
            cure = 'put the whole value in quotation marks: "Help: all day"'
            return there, Fault("colon-inside-words", "there is a colon inside plain words", cure), ""
        cure = "write name: value, with equal spaces before it"
        return there, Fault("line-does-not-fit", "this line does not fit below the one above", cure), ""
    if "could not find expected ':'" in said:
        return opened, Fault("colon-missing", "a colon is missing here", "write the line as name: value"), ""
    if "block scalar" in around and "comment or line break" in said:
        words = "words can't follow the sign | or > on its line"
        return there, Fault("words-behind-block-sign", words, "begin them one line below, two spaces in"), ""
    if "not allowed in this context" in said or "cannot start any token" in said or "node content" in said:
        return there, can_not_start_with(letter) if letter else ENDS_TOO_SOON, ""
    if before.strip() and letter:
        cure = "put one pair of quotation marks around the whole value"
        return there, Fault("words-left-over", f"{FOUND} is left over", cure), quoted(line[there[1] :])
    if "did not find expected" in said:
        words = "this line does not line up with the ones above"
        return there, Fault("line-not-lined-up", words, "give it the same number of spaces"), ""
    return there, Fault("not-yaml", f"this is not valid YAML: {said}"), ""


ENDS_TOO_SOON = Fault(
    "ends-too-soon",
    "this ends too soon",
    'a # hides all words behind it, unless they stand in quotation marks: "#DatingScams"',
)


def _swallowing_quote(text: str, lines: list[str], until: tuple[int, int]) -> tuple[int, int] | None:
    """Where the first text in quotation marks begins that holds fields of the lines below it; None without one.

    Its second mark is missing: for the parser, the next mark closes it, be it in a line that is right.
    """
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if _at(token.start_mark) > until:
                break
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"'):
                first, last = token.start_mark.line, token.end_mark.line
                as_far_in = _start_of(lines[first])
                for line in lines[first + 1 : last + 1]:
                    if _start_of(line) <= as_far_in and FIELD.match(line, _start_of(line)):
                        return _at(token.start_mark)
    except yaml.YAMLError:
        pass
    return None


def _start_of(line: str) -> int:
    """The column of a line's first word, behind any hyphen."""
    found = FIRST_WORD.match(line)
    return found.end() if found else 0


def _bracket(sign: str, example: str) -> Fault:
    return Fault(
        "bracket-not-closed",
        f"the {sign} that opens here does not close as it should",
        f"write {sign}{example}, and put words with any of : # , [ ] {{ }} in quotation marks",
    )


def can_not_start_with(sign: str) -> Fault:
    """A sign that means something else to YAML stands first."""
    return Fault("starts-with-a-sign", f"a value can't start with {sign}", f'put it in quotation marks: "{sign}..."')


def _at(mark: yaml.Mark | None) -> tuple[int, int]:
    return (mark.line, mark.column) if mark else (0, 0)


def hidden_character(text: str, file: str, first_line: int) -> Diagnostic | None:
    """The first character that a YAML text can't hold, if there is one."""
    hit = next((at for at, letter in enumerate(text) if is_refused(letter)), None)
    if hit is None:
        return None
    return unseen(text[hit], name_of(text[hit]), place_in(text, file, hit, first_line))


def unseen(letter: str, name: str, mark: Location, around: str = "") -> Diagnostic:
    """What is said of a character that nobody sees, with some of the words around it."""
    return Diagnostic(
        HIDDEN_CHARACTER,
        "error",
        mark,
        f"there is {name} here (U+{ord(letter):04X}), which nobody sees",
        found=around,
        hint="take it out, or type the words again",
        placeholder="",
    )


def is_refused(letter: str) -> bool:
    """Whether a text of YAML can't hold a character."""
    return (
        (letter < " " and letter not in "\t\n\r")
        or "\x7f" <= letter <= "\x9f"
        or letter in HIDDEN_IN_YAML
        or "\ud800" <= letter <= "\udfff"
        or letter in "\ufffe\uffff"
    )
