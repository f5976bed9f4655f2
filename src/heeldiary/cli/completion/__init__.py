"""`heeldiary completion`: the words that complete a command line, and the shells' scripts that ask for them."""
