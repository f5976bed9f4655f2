"""Importing entries: staged, compared with the diary, then written at once."""
