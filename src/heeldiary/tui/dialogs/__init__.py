"""Shared dialogs."""
