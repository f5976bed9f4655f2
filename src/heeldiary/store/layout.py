"""The layout that a diary's file must have before anything is saved in it: every table with every column.

Another tool may add tables, columns, indexes, triggers and views of its own; what is the diary's must be there.
"""

from heeldiary.store.sql import Sql
from heeldiary.store.steps import LATEST

FINGERPRINT = 376090022646844811
"""That of a new diary's layout, so that a file with nothing added is known at once; a test holds it to the steps."""

_PRIME = 2**61 - 1
_TEXTS = "SELECT name || sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY name"


def fingerprint(sql: Sql) -> int:
    """Return a number that stands for the text of the whole layout."""
    text = "\n".join(name for (name,) in sql.rows(_TEXTS))
    return int.from_bytes(text.encode("utf-8", "replace"), "big") % _PRIME


def check_layout(sql: Sql) -> None:
    """Raise Refused where a table or a column of the diary's own is missing."""
    if fingerprint(sql) == FINGERPRINT:
        return
    from heeldiary.store.file.schema_parts import columns_of, columns_of_schema, incomplete, missing

    lacking = missing(columns_of(sql.connection), columns_of_schema(LATEST))
    if lacking is not None:
        raise incomplete(lacking)
