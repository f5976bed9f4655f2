"""The analysis of one foot's diary: observations, results, and the computation."""
