"""An experiment's days and its result as pictures."""
