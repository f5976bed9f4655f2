"""What the diary is about, and the rules of it. Knows nothing of files, screens or commands."""
