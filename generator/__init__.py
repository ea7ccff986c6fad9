"""Waymark: services, campaigns and words in git become a public site, feeds and open data.

Read it in the order it runs: a door (`engines/mkdocs/plugin.py` or `cli/main.py`) asks `content` for the records, hands
them to `site/build.py` with the moment, and gets pages and downloads back. `docs/architecture.md` draws the house
on one screen.
"""
