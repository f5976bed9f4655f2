"""The map of the foot: the selected area, and marks of where it hurts."""
