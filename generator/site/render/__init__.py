"""An edition -> pages for people. The only room that renders our templates, and so the only one that knows Jinja."""
