"""Our tests, one room for each of the house's. A package, because some libraries install a `tests` of their own."""
