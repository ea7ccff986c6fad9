"""Writes the golden feeds anew. Look at the difference before you keep it: followers' programs will see it too."""

from __future__ import annotations

from pathlib import Path

from tests.site.feeds.golden import golden_files

for name, data in golden_files().items():
    Path(__file__).with_name(name).write_bytes(data)
