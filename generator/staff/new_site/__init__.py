"""An area and a few answers -> the files of a new office's folder. Nothing is written here."""
