"""Two editions -> what the public would see differ, in plain words, for whoever approves a change."""
