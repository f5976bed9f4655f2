"""Shows made-up diaries to heeldiary's statistics and counts how often what they say is true."""
