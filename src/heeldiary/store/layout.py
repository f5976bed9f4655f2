"""The layout a diary's file must have before anything is saved: every table with every column.

Other tools may add tables, columns, indexes, triggers and views; the diary's own must be there.
"""

from heeldiary.store.sql import Sql
from heeldiary.store.steps import LATEST

FINGERPRINT = 365116740869388505
"""The fingerprint of a new diary's layout, to recognise an unchanged file; a test compares it with the steps."""

_PRIME = 2**61 - 1
_TEXTS = "SELECT name || sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY name"


def fingerprint(sql: Sql) -> int:
    """Return a checksum of the whole layout's SQL."""
    text = "\n".join(name for (name,) in sql.rows(_TEXTS))
    return int.from_bytes(text.encode("utf-8", "replace"), "big") % _PRIME


def check_layout(sql: Sql) -> None:
    """Raise Refused if a table or column of the diary is missing."""
    cookie = sql.layout_cookie()
    if fingerprint(sql) == FINGERPRINT:
        sql.trusted_layout = cookie
        return
    from heeldiary.store.file.schema_parts import columns_of, columns_of_schema, incomplete, missing

    lacking = missing(columns_of(sql.connection), columns_of_schema(LATEST))
    if lacking is not None:
        raise incomplete(lacking)
