"""An edition -> what the public gets: pages, feeds, open data, pictures to share."""
