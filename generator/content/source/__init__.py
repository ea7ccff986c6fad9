"""Bytes -> text, YAML values and their positions. This room knows no record."""
