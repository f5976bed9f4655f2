"""`heeldiary routine` and its subcommands."""
