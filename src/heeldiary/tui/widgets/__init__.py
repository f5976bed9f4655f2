"""Shared widgets. A widget is given what it shows and posts messages; it never reads the diary."""
