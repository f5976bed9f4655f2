"""The charts over time, and what they share: first-step pain by week and by day, bars, the calendar, visits."""
