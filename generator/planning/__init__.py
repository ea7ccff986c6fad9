"""An edition -> what staff see: what is due for a check. The year, its gaps and clashes will stand beside it."""
