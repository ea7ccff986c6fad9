"""Authors' files -> records, with the errors in an author's words; and a change -> the author's file, saved."""
