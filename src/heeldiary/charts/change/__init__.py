"""Then and now, and the trend, as pictures."""
