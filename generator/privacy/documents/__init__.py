"""A document or a drawing that somebody dropped in -> the words in it, and why it may not be published."""
