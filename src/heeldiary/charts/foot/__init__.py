"""The foot as a picture: its outlines, its areas, and the marks on it."""
