"""The address of a file as SQLite takes it."""


def address(path: str, how: str) -> str:
    """Return the address of a file, opened as `how` says; SQLite would read some characters of a path otherwise."""
    return f"file:{path.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?{how}"
