"""heeldiary: a diary for a heel that hurts, in the terminal."""

__version__ = "0.1.0"
