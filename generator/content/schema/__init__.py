"""The records' own definitions -> what authors read about them: schemas for editors, pages of the handbook."""
