"""A file's name -> whether it is a copy that somebody left behind, or a key or a list of passwords.

A copy is public at an address of its own as soon as it stands in `content/`, so a name that nobody gives to a page is
enough. A name that may be a page's ("older-people", "hard-copy", "news-2") is a copy only beside the page it is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from generator.model.file_types import BY_ENDING, CODE, RECORDS, ending_of

KEYS = (
    ".pem",
    ".key",
    ".p12",
    ".pfx",
    ".jks",
    ".keystore",
    ".kdbx",
    ".kdb",
    ".ppk",
    ".gpg",
    ".asc",
    ".crt",
    ".cer",
    ".der",
    ".p8",
    ".jwk",
    ".age",
    ".ovpn",
    ".psafe3",
    ".1pux",
    ".keychain",
)
KEY_NAMES = (
    "id_rsa",
    "id_dsa",
    "id_ecdsa",
    "id_ed25519",
    "credentials",
    "secrets",
    "passwords",
    "htpasswd",
    "netrc",
    "pgpass",
)
SECRET = frozenset(
    "password passwords passwd passcode passcodes pwd login logins credential credentials secret secrets apikey "
    "apikeys token tokens accesskey accesskeys privatekey privatekeys key keys rootkey htpasswd passphrase passphrases "
    "env shadow bitwarden lastpass keepass dashlane bitlocker keystore".split()
)
"""What a file of secrets is called."""
AROUND = frozenset(
    "my our all the list lists new old user users admin root staff office team shared site server web website host "
    "hosting aws azure google gmail outlook microsoft wifi wi fi chrome firefox edge safari database db ftp ssh ssl "
    "tls smtp api access private public client master account accounts details export file recovery backup service "
    "app test prod live dev s and a".split()
)
"""What stands beside that in such a name, and makes no subject of a page of it."""
PHRASES = (
    ("recovery", "codes"),
    ("backup", "codes"),
    ("2", "fa", "codes"),
    ("mfa", "codes"),
    ("seed", "phrase"),
    ("known", "hosts"),
    ("authorized", "keys"),
    ("service", "account"),
    ("1", "password"),
)
A_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")

LEFT_BY_PEOPLE = (
    ".bak",
    ".old",
    ".orig",
    ".rej",
    ".tmp",
    ".temp",
    ".save",
    ".backup",
    ".swp",
    ".swo",
    ".part",
    ".crdownload",
    ".download",
    ".patch",
    ".diff",
    ".copy",
    ".autosave",
    ".wbk",
    ".bk",
    ".new",
)
BY_SYSTEMS = ("thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".directory", "icon\r")


OF_A_MERGE = (".mine", ".theirs", ".ours", ".base", ".local", ".remote")
MERGED = re.compile(r".+_(?:BASE|LOCAL|REMOTE|BACKUP)_\d{1,10}\.\w{1,10}")
BY_A_CLOUD = re.compile(r"[-_](?:desktop|laptop)-[a-z0-9]{7}$")
NUMBERED = re.compile(r"\([0-9]{1,4}\)$")
A_COPY = re.compile(r"[ _(]copy[ _(]?[0-9]{0,4}\)?$")
"""By a file manager. With a hyphen it may be a page: hard-copy.md."""
NEVER_LAST = frozenset("kopie copie copia bak backup orig tmp temp autosave autosaved recovered shortcut rej".split())
NEVER_WITHIN = (("do", "not", "use"), ("delete", "me"), ("case", "conflict"))
COPY_OF = frozenset((copy, of) for copy in ("copy", "kopie", "copie", "copia", "backup") for of in ("of", "von", "de"))
NAMELESS = frozenset(
    {
        ("untitled",),
        ("untitled", "folder"),
        ("new", "folder"),
        ("new", "document"),
        ("new", "text", "document"),
        ("new", "microsoft", "word", "document"),
    }
)
OF_ANOTHER = frozenset(
    "old new copy final draft test deleted original edited revised updated wip zz backup bak tmp temp delete unused "
    "v".split()
)
"""What makes a copy of a page's name, where the page stands beside it."""
FOLDERS = frozenset("old backup backups bak tmp temp copy copies trash delete deleted unused".split())
GLUED = ("old", "copy", "new", "final")
A_NAME = re.compile(r"[^\W_]+")


class Leftover(Enum):
    """Who left a file behind."""

    NOBODY = 0
    PEOPLE = 1  # a copy that someone made, or a merge: named until it is gone
    PROGRAMS = 2  # a program does while it runs: named, and passed over


def left_behind(name: str) -> Leftover:
    """Whether a file is one that an editor, an office program, a merge or a system leaves beside the real one."""
    small = name.casefold()
    if small in BY_SYSTEMS or small.startswith(("._", ".#", "~$", ".~")) or (small[:1] == "#" and small[-1:] == "#"):
        return Leftover.PROGRAMS
    if small.startswith(".") and small.endswith((".swp", ".swo", ".swn", ".swx", ".un~")):
        return Leftover.PROGRAMS
    stem = small.rpartition(".")[0] or small
    by_ending = small.startswith("~") or small.endswith(("~", *LEFT_BY_PEOPLE)) or stem.endswith(("~", "conflict)"))
    twice = stem.rstrip("0123456789").endswith((*LEFT_BY_PEOPLE, *OF_A_MERGE)) or ending_of(stem) in BY_ENDING
    twice = twice or (small.endswith(".txt") and ending_of(stem) in (*CODE, *RECORDS))
    by_name = NUMBERED.search(stem) or A_COPY.search(stem) or _is_a_copy_s(A_NAME.findall(stem))
    by_program = (
        "conflicted copy" in small or ".sync-conflict-" in small or MERGED.fullmatch(name) or BY_A_CLOUD.search(stem)
    )
    return Leftover.PEOPLE if by_ending or twice or by_name or by_program else Leftover.NOBODY


def is_left_folder(name: str) -> bool:
    """Whether a folder is a copy of another, or one for what nobody needs, whose pages would be public all the same."""
    return name.casefold() in FOLDERS or left_behind(name) is Leftover.PEOPLE


def copy_of(name: str, beside: Iterable[str]) -> str:
    """Which of the files beside it one is a copy of, by its name: about.md of about-old.md. "" where of none."""
    small, ending = name.casefold(), ending_of(name)
    stem = small.removesuffix(ending)
    words = [one.rstrip("0123456789") or one for one in A_NAME.findall(stem)]
    begin, end = 0, len(words)
    while end and (words[end - 1] in OF_ANOTHER or (words[end - 1].isdecimal() and words[end - 2] in OF_ANOTHER)):
        end -= 1
    while begin < end and words[begin] in OF_ANOTHER:
        begin += 1
    kept = [] if (begin, end) == (0, len(words)) else words[begin:end]
    glued = {stem.removesuffix(mark) for mark in GLUED if stem.endswith(mark)}
    for other in beside:
        its = other.casefold().removesuffix(ending)
        if ending_of(other) == ending and its != stem and (its in glued or (kept and A_NAME.findall(its) == kept)):
            return other
    return ""


def is_key(name: str) -> bool:
    """Whether a name is one that keys and passwords have."""
    small = name.casefold()
    bare, _, rest = small.lstrip(".").partition(".")
    by_name = bare in KEY_NAMES or small == ".env" or small.startswith(".env.") or ".env." in f"{small}."
    stem = name.rpartition(".")[0] or name
    parts = [one.casefold() for one in A_PART.findall(stem)]
    return (
        by_name
        or any(f".{ending}" in KEYS for ending in rest.split("."))
        or _has_alone(parts)
        or _has_alone(A_NAME.findall(stem.casefold()))
        or any(tuple(parts[at : at + len(one)]) == one for one in PHRASES for at in range(len(parts)))
    )


def _has_alone(parts: list[str]) -> bool:
    """Whether words of secrets stand in a name with nothing that would make them the subject of a page."""
    words = [one for one in parts if not one.isdecimal()]
    return any(one in SECRET for one in words) and all(one in SECRET or one in AROUND for one in words)


def _is_a_copy_s(words: list[str]) -> bool:
    while words and words[-1].isdecimal():
        words = words[:-1]
    named = [one for one in words if not one.isdecimal()]
    return (
        (len(words) > 1 and words[-1] in NEVER_LAST)
        or tuple(named[:2]) in COPY_OF
        or tuple(words) in NAMELESS
        or any(tuple(words[at : at + len(one)]) == one for one in NEVER_WITHIN for at in range(len(words)))
    )
