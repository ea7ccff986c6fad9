"""A template's text and the ways of its environment -> its compiled code, made once: for every site, and every run.

To compile the templates of a site takes longer than to read its content. So their code is kept as Python keeps that of
modules: in this process, and in `__pycache__` beside this file, where it may write there. What is kept is taken for the
same text, words and ways alone; a file that is cut or spoilt is made anew.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.l10n import translations

PROGRAM = sha256(Path(translations.__file__).read_bytes()).hexdigest()
"""What puts words into compiled code: after a change to it nothing that was kept is right."""
KEPT: dict[tuple[str, str], CodeType] = {}
"""The code of this process, by its ways and its text."""


class Compiled(BytecodeCache):
    """What one environment takes its templates from. `language` is that of its words: see `speak`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """The compiled code of a template, wherever its file stands, if this text was ever compiled in the same way."""
        ways = f"{_ways(environment, self.language)}\n{name}"
        bucket = Bucket(environment, sha256(ways.encode()).hexdigest(), sha256(source.encode()).hexdigest())
        self.load_bytecode(bucket)
        if bucket.code is not None and filename is not None:
            bucket.code = bucket.code.replace(co_filename=filename)  # the template says by it where it fails
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what is known of a template with this very text."""
        bucket.code = KEPT.get((bucket.key, bucket.checksum))
        if bucket.code is None:
            with suppress(OSError), _file(bucket).open("rb") as file:
                bucket.load_bytecode(file)
            self._keep(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was just compiled."""
        self._keep(bucket)
        if not sys.dont_write_bytecode:
            with suppress(OSError):  # as where Python may not keep its own
                _write(_file(bucket), bucket.bytecode_to_string())

    def _keep(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            KEPT[bucket.key, bucket.checksum] = bucket.code


def _ways(environment: Environment, language: str) -> str:
    """All that one text is compiled by, so that it becomes other code in another environment."""
    return "\n".join(
        (
            PROGRAM,
            jinja2.__version__,
            language,
            translations.digest(getattr(environment, "translations", None)),
            *(f"{getattr(environment, way)}" for way in ("autoescape", "trim_blocks", "lstrip_blocks", "optimized")),
            f"{environment.finalize is None}",
            *sorted(environment.extensions),
            *_named(environment.filters),
            *_named(environment.tests),
        )
    )


def _named(callables: Mapping[str, Any]) -> list[str]:
    """What a filter is decides how it is called."""
    return sorted(f"{name} {getattr(one, 'jinja_pass_arg', None)}" for name, one in callables.items())


def _file(bucket: Bucket) -> Path:
    """One file for a template and its ways, so that what was changed takes the place of what it was before."""
    return Path(cache_from_source(str(Path(__file__).with_name(f"{bucket.key}.py")))).with_suffix(".template")


def kept_files() -> list[Path]:
    """Every file that is kept: whoever takes them away loses time alone."""
    return list(Path(cache_from_source(__file__)).parent.glob("*.template"))


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        made = Path(file.name)
        try:
            file.write(data)
            file.close()
            made.replace(path)
        except BaseException:
            made.unlink()
            raise
