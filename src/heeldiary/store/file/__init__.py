"""The diary's file: its journals, damage, other programs' additions, and migrations."""
