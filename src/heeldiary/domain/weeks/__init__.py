"""Weeks of first-step pain in figures, and the morning after a day."""
