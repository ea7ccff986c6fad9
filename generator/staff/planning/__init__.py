"""An edition -> what staff see: what is due for a check, the release, the year with its gaps and clashes."""
