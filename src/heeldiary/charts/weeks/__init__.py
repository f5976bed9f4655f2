"""The charts over time: first-step pain by week and by day, bars, the calendar, visits, and their frame."""
