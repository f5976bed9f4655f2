"""Bounded calibrations, a few seconds each, with untuned seeds."""
