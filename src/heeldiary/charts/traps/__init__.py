"""The four traps as small pictures."""
