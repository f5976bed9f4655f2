"""The diary's concepts and rules, independent of files, screens and commands."""
