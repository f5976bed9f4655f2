"""Drafts of half-typed text: those of the open dialogs, of a window, and their files."""
