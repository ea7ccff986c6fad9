"""What authors typed -> records, each with the place where it stands."""
