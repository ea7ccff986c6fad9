"""Addresses -> which of them still answer. The only room that asks the network, and no build enters it."""
