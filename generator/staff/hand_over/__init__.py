"""A site of one office -> a kit for the office that takes over; a kit -> the same site in a new folder."""
