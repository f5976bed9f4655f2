"""The Experiments page and its dialogs."""
