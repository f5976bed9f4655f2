"""Then and now, the trend, and what weeks differ by: values, text and JSON."""
