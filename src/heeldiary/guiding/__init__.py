"""A guided session at work, the same for the app and for plain lines: its run, what is kept of it, what is heard."""
