"""The Care page: courses of visits, and what else was done for the foot."""
