"""The tests of heeldiary.guiding."""
