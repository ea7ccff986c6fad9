"""A form for a provider to fill in -> what it changes in the directory."""
