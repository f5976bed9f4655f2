"""Links: differences in the next morning's pain after days with and without a factor."""
