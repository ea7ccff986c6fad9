"""A table of services -> records for services.yaml, and back, with nothing lost on the way."""
