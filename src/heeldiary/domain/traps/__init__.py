"""Four ways in which a diary misleads the person who writes it."""
