"""A site -> a folder of finished pages, by way of an engine: one folder for each engine that we know."""
