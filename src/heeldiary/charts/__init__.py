"""Pictures of the diary in characters, the same for the app and the command line. Knows no screen."""
