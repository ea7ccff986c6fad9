"""What must not get out -> where a text or a built site holds it, and the same text without it."""
