"""The diary in and out of files: a reader per format, a writer per format."""
