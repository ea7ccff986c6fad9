"""A photograph -> the picture alone, every pixel as it was, without what a camera wrote beside it."""
