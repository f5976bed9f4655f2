"""Routines, plans, sessions and the safety answers in the diary."""
