"""The map of the foot: areas that are pointed at, and marks of where it hurts."""
