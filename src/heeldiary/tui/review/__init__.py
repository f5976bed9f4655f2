"""The weekly review: its dialog, and the page that opens it."""
