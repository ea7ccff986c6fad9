"""The engine that makes every site: its name stands here, and nowhere else outside its own folder."""

from __future__ import annotations

from generator.engines.contract import Engine
from generator.engines.mkdocs.engine import MkDocs

ENGINE: Engine = MkDocs()
