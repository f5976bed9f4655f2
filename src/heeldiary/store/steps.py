"""The numbered steps that create a diary and migrate an older one.

Step n migrates schema n - 1 to n. A landed step is frozen; `schema.sql` is the result of all steps.
"""

import os
import sqlite3
from collections.abc import Sequence

APPLICATION_ID = 0x6865656C
"""`heel` in ASCII, in the file's header: it marks a SQLite file as a diary."""

OLDEST_SQLITE = (3, 37, 0)
"""The first SQLite with STRICT tables."""

_FOLDER = os.path.join(os.path.dirname(__file__), "steps")
LATEST = 6
"""The schema version this heeldiary writes."""

STEPS = tuple(os.path.join(_FOLDER, f"{number:04}.sql") for number in range(1, LATEST + 1))


def create_schema(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Create a diary in an empty database."""
    connection.executescript(f"PRAGMA application_id = {APPLICATION_ID}; {script(steps)}")


def script(steps: Sequence[str]) -> str:
    """Return the SQL of some steps, applied to an empty file."""
    text = "\n".join(step_text(step) for step in steps)
    return f"BEGIN; {text} PRAGMA user_version = {len(steps)}; COMMIT;"


def step_text(step: str) -> str:
    """Return the SQL of a step."""
    with open(step, encoding="utf-8") as file:
        return file.read()
