"""Commands by which people say that something may go out: whose days are right, whose words were read."""
