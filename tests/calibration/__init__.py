"""Bounded calibrations, a few seconds a part, with seeds that nobody tuned on."""
