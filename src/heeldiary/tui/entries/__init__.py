"""Forms that log and change what a day holds besides its scores."""
