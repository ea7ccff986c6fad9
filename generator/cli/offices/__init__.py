"""What works on every office below a folder: `--all`, `waymark offices` and `waymark index`."""
