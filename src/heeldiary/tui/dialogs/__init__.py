"""Questions and forms that lie over a screen for a moment."""
