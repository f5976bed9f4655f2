"""The tests; the folders mirror src/heeldiary. They hold the program to its documented behaviour."""
