"""The Diary page: one day with its scores and entries, and the days around it."""
