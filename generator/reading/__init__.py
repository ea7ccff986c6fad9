"""What authors typed -> records. Each sentence an author sees about a mistake is written in this room or `model`."""
