"""`heeldiary routine --plain`: the guided session as lines of text and bells."""
