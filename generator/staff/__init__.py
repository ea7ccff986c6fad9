"""An edition -> what staff need: plans, what is due, what changed, tables, addresses that answer no more."""
