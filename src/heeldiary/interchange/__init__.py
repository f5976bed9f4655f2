"""Import and export of the diary."""
