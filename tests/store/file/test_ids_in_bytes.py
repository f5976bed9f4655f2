"""Entry ids are found wherever they lie in a file, also where two chunks of reading meet."""

from io import BytesIO

import pytest

from heeldiary.store.file.ids_in_bytes import has_any, has_none_at_all

CHUNK_BYTES = 1 << 20
ID = b"k3s8x1p9q2m7v4b6"
OTHERS = frozenset(b"a%015d" % number for number in range(20))


@pytest.mark.parametrize("others", [frozenset(), OTHERS], ids=["few ids", "many ids"])
def test_one_is_found_across_the_border_of_two_chunks(others: frozenset[bytes]) -> None:
    for start in (0, CHUNK_BYTES - 16, CHUNK_BYTES - 8, CHUNK_BYTES, 2 * CHUNK_BYTES - 1):
        file = BytesIO(bytes(start) + ID + bytes(100))
        assert has_any(file, others | {ID}), start
        assert not has_any(file, others | {ID[::-1]}), start
        assert not has_none_at_all(file), start


def test_words_without_a_digit_are_no_ids() -> None:
    assert has_none_at_all(BytesIO(b"CREATE TABLE abcdefghijklmnopqrstuvwxyz" + bytes(CHUNK_BYTES)))
    assert has_none_at_all(BytesIO(b""))
