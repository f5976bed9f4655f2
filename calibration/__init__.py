"""Runs heeldiary's statistics on made-up diaries and counts how often their claims are true."""
