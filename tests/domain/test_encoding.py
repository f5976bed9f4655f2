"""Text that is not UTF-8 is refused by what it is."""

import pytest

from heeldiary.domain.encoding import check_utf_8, holds_other_bytes
from heeldiary.errors import BadInput


@pytest.mark.parametrize(
    ("content", "is_what"),
    [
        (b"\xff\xfe" + "Fuß".encode("utf-16-le"), "is UTF-16, not UTF-8"),
        (b"\xfe\xff" + "Fuß".encode("utf-16-be"), "is UTF-16, not UTF-8"),
        ("Fuß".encode("latin-1"), "is not UTF-8"),
    ],
)
def test_what_it_is(content: bytes, is_what: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_utf_8(content.decode("utf-8", "surrogateescape"), "the note")
    assert refused.value.message == f"the note {is_what}"


def test_a_mark_in_front_of_utf_8_is_no_part_of_it() -> None:
    assert check_utf_8("\ufeffFuß", "the note") == "Fuß"


@pytest.mark.parametrize(
    ("text", "holds"),
    [("plain", False), ("é", False), ("\udc80", True), ("x\udcff", True), ("\udc7f", False)],
)
def test_traces_of_bytes_that_are_no_utf_8(text: str, holds: bool) -> None:
    assert holds_other_bytes(text) == holds
