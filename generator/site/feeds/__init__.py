"""An edition -> feeds for followers. One list of items, then a file for each format."""
