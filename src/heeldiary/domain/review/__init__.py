"""The weekly review: values, text and JSON."""
