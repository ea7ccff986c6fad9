"""What waits for a second person -> who changed it last, what it says, and the rows that approve it."""
