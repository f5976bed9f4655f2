"""The Diary page: one day, its scores and entries, and what surrounds them."""
