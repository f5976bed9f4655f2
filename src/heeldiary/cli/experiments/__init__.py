"""`heeldiary experiment` and its subcommands."""
