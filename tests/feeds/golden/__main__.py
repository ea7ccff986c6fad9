"""Writes the golden feed anew. Look at the difference before you keep it: followers' programs will see it too."""

from __future__ import annotations

from pathlib import Path

from tests.feeds.golden import golden_feed

Path(__file__).with_name("campaigns.xml").write_bytes(golden_feed())
