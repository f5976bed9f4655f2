"""Links: what a factor of one day has to do with the next morning."""
