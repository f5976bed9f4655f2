"""Courses of visits: the mornings before each course and its last ones."""
