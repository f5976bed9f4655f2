"""Two published courses of plantar fasciitis: of 100 people, how many still have it after some years."""

Course = tuple[tuple[float, float], ...]
"""Years, and how many of 100 still have it then."""

YEARS = 15

GENERAL_PRACTICE: Course = ((0, 100), (1, 20))
"""About 80 in 100 resolve within 12 months (NHS Tayside pathway)."""

HOSPITAL: Course = ((0, 100), (1, 80.5), (5, 50.0), (10, 45.6), (15, 44.0))
"""A hospital's cohort with ultrasound diagnosis (Hansen 2018)."""
