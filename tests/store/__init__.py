"""The diary on disk."""
