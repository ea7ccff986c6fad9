"""The services of another office's feed -> what becomes of each, as of the rows of a spreadsheet."""
