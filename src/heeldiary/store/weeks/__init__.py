"""Reading for the analysis, the weeks, the courses and the weekly review."""
