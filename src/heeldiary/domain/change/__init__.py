"""Change: then and now, the trend and the noise bands, as values, text and JSON."""
