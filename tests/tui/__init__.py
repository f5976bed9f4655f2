"""The screens, played by keys and mouse, and read as they are painted."""
