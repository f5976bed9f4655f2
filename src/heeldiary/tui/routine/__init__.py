"""The Routine page: a guided session, the list of routines, and their dialogs."""
