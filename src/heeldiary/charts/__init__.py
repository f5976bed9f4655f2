"""Pictures of the diary in characters, shared by the app and the command line."""
