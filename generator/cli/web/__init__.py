"""Commands that ask other hosts: click code alone."""
