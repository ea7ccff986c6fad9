"""Waymark: services, campaigns and words in git become a public site, feeds and open data.

Read it in the order it runs: a door (`plugin.py` or `cli.py`) asks `reading` for the content, hands it to
`publish.py` with the moment, and gets pages and downloads back. `README.md` draws the house on one screen.
"""
