"""A record, a file's text and a place -> the text with that record in it, every other byte as it was."""
