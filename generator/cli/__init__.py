"""What `waymark` does, one command a file. Each is imported when it is asked for, and imports what it needs then."""
