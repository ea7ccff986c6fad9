"""Values and words -> how they are said, in each language of the site."""
