"""The tests; the folders mirror src/heeldiary. They hold the program to the outside that its contract tells."""
