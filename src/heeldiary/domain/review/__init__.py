"""The weekly review: what a week was, in values, text and JSON."""
