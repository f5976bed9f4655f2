"""The analysis of one foot's diary: the observations it needs, the results, and how they are computed."""
