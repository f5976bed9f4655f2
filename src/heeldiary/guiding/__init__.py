"""Running a guided session, shared by the app and the plain lines: its clock, its saving and its cues."""
