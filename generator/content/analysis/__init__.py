"""What was read -> what several checks ask of it: the texts of posts, what the public reads, whose area it is."""
