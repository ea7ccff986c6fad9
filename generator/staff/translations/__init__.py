"""A site in several languages -> a table for a translator, and their answers back into the records."""
