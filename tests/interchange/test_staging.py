"""What an import holds aside until all of it is known."""

from contextlib import closing

from heeldiary.store.imports.staging import Staging
from heeldiary.store.writing import Row


def test_equal_rows_give_equal_text_and_come_back_as_they_were() -> None:
    rows: list[tuple[str, Row]] = [("entry", {"id": "abcd", "note": "“ah”"}), ("tag", {"tag": "rain", "position": 1})]
    other: list[tuple[str, Row]] = [("entry", {"note": "“ah”", "id": "abcd"})]
    with closing(Staging()) as staging:
        packed = staging.pack(rows)
        assert staging.pack(rows) == packed
        assert staging.unpack(packed) == rows
        assert staging.unpack(staging.pack(other)) == other
