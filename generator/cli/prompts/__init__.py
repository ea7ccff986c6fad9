"""Questions -> answers, from the options where they are given, else from whoever sits at the terminal."""
