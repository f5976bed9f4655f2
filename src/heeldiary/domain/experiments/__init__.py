"""Experiments of one person: the card, the coins, what is safe, the result, and their text and JSON."""
