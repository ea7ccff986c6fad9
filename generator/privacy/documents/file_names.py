"""The name of a file in `content/`, or in an archive -> why nothing of that name is published, and what to do."""

from __future__ import annotations

import re

from generator.diagnostics import HIDDEN, Fault
from generator.model.file_types import (
    BY_ENDING,
    CODE,
    HOST_NAMES,
    OTHER_PICTURES,
    RECORDS,
    ending_of,
)
from generator.model.unwanted_names import Leftover, is_key, is_left_folder, left_behind

A_BAD_SIGN = re.compile(rf'[?#%\\:*"<>|\t\r\n]|{HIDDEN.pattern}')
NOT_ON_THE_LIST = Fault(
    "file-kind-not-published",
    "files of this kind are not published",
    "save it as .pdf, .docx, .png or .jpg, or move it elsewhere",
)
AS_TEXT = frozenset(f"{name.lstrip('.')}.txt" for name in (*HOST_NAMES, ".htaccess", "app-ads") if name != "functions")
"""A host's orders as an editor saves them: _headers.txt."""


def not_published(name: str) -> Fault | None:
    """Why a file of this name, with the folders above it, is not published, and the cure; None where it may be."""
    last = name.rpartition("/")[2]
    ending = ending_of(last)
    folders = name.casefold().split("/")[:-1]
    if is_key(last):
        return Fault(
            "key-file",
            "this looks like a key or a list of passwords",
            "delete it here and in git's history, and make a new one",
        )
    if last.casefold() in {*HOST_NAMES, *AS_TEXT} or not {"functions", "_layouts", "_includes"}.isdisjoint(folders):
        return Fault(
            "name-for-the-host",
            "a web host takes this name for orders to itself",
            "set it at the host, with the files of deploy/",
        )
    if left_behind(last) is not Leftover.NOBODY or any(map(is_left_folder, folders)):
        return Fault(
            "copy-left-behind", "this looks like a copy that was left behind", "delete it, or give it a name of its own"
        )
    if last.startswith("."):
        return Fault(
            "hidden-file",
            "files whose names begin with a dot are hidden, and not published",
            "delete it, or move it elsewhere",
        )
    if A_BAD_SIGN.search(name) or any(part != part.strip(" .") for part in name.split("/")):
        return Fault(
            "name-not-for-an-address",
            "web addresses can't hold a sign in this name",
            "use letters, digits and hyphens, such as easy-read.pdf",
        )
    if ending in CODE:
        return Fault(
            "file-could-run",
            "this could run in a reader's browser, or on the host",
            "write its words as a page, such as help.md",
        )
    if ending in RECORDS:
        return Fault(
            "records-in-content",
            "records would be public as they are",
            "keep them beside mkdocs.yml, and a table for readers as .csv",
        )
    if ending in OTHER_PICTURES:
        return Fault(
            "picture-kind-not-shown", "not every browser shows this kind of picture", "save it as .jpg or .png"
        )
    if ending in BY_ENDING and not name.endswith(ending) and ending == ".md":
        return Fault(
            "page-ending-in-capitals",
            "the ending of a page is written small",
            "rename it, such as help.md",
        )
    return None
