"""A site -> a kit for the office that takes over; a kit -> its folder. Each is a folder, whole or not there at all."""
