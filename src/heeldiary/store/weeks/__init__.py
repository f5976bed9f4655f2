"""What the analysis, the weeks, the courses and the weekly review read from the diary."""
