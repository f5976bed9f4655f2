"""Routines: their steps and points, their files, plans, and the clock of a session."""
