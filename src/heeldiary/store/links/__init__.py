"""The factors of Links by day."""
