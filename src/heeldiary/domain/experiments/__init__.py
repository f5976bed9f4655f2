"""Experiments of one person: the plan, the draw, safety, the result, and their text and JSON."""
