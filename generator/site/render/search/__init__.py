"""An edition -> the files of its search, and the page on which it is used."""
