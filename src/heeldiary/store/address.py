"""The URI of a file for SQLite."""


def address(path: str, how: str) -> str:
    """Return the URI of a file with the query `how`; special characters of the path are escaped."""
    return f"file:{path.replace('%', '%25').replace('?', '%3f').replace('#', '%23')}?{how}"
