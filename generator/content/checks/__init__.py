"""Records and texts -> what is wrong with them, or could be better: one rule a file."""
