"""A built folder -> what is wrong with it: secrets and numbers that got out, dead links, pages that lack something."""

from generator.inspection.leaks import Search, leaks
from generator.inspection.output_scan import got_out
from generator.inspection.pages import broken_html, leads_to, page_faults
from generator.inspection.retired_links import retired_links
from generator.inspection.tracing import traced

__all__ = ["Search", "broken_html", "got_out", "leads_to", "leaks", "page_faults", "retired_links", "traced"]
