"""The weekly review as pictures."""
