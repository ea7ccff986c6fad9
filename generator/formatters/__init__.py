"""Reports, plans, diffs -> what staff read in a terminal, and what other programs read: one format a file."""
