"""Problems and advice -> what people read in a terminal, and what other programs read."""
