"""Entries beyond logging: tags, sore areas, notes, short ids."""
