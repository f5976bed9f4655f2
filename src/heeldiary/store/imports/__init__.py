"""Entries on their way into the diary: staged, compared with what is there, written at once."""
