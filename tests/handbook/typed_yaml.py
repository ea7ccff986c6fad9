"""YAML as an editor reads it, for tests: scalars get the types of YAML 1.2, or all stay text."""

from __future__ import annotations

import re
from typing import Any

import yaml

KINDS = (
    (re.compile(r"|~|null|Null|NULL"), lambda _: None),
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda word: word.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
)
"""The core schema of YAML 1.2, section 10.3.2, but for numbers to other bases and for infinity."""


def typed(text: str) -> Any:
    """The document as YAML 1.2 understands it."""
    return _value(yaml.compose(text, Loader=yaml.CSafeLoader), True)


def as_text(text: str) -> Any:
    """The document with every scalar as the text that was typed; nothing at all stays nothing."""
    return _value(yaml.compose(text, Loader=yaml.CSafeLoader), False)


def _value(node: Any, is_typed: bool) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _value(value, is_typed) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, is_typed) for item in node.value]
    is_plain = not node.style
    if is_plain and not node.value:
        return None
    if is_typed and is_plain:
        return next((kind(node.value) for pattern, kind in KINDS if pattern.fullmatch(node.value)), node.value)
    return node.value
