"""Routines, plans, sessions and the answers to "ask first", stored in the diary."""
