"""The factors of Links as the diary has them, by day."""
