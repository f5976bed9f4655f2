"""The diary's file itself: what lies beside it, what damages it, other programs' additions, upgrades."""
