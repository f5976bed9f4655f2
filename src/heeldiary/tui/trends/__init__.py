"""The Trends page: charts, the selected week in words, and the choice of factors."""
