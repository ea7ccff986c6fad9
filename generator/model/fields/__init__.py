"""One value as its author typed it -> the value as it may be published, or why it can't be: one parser a kind."""
