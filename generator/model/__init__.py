"""What the words mean: frozen records, the vocabulary, the catalogue, and its edition at one moment."""
