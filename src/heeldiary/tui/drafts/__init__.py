"""Drafts of half-typed text: of open dialogs, of a window, and their files."""
