"""A built folder -> what is wrong with it: secrets and numbers that got out, dead links, pages that lack something."""

from generator.inspection.leaks import leaks
from generator.inspection.pages import broken_html

__all__ = ["broken_html", "leaks"]
