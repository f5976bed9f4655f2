"""Text that is not UTF-8 is refused by what it is."""

import pytest

from heeldiary.domain.encoding import check_utf_8, holds_other_bytes, is_utf_16
from heeldiary.errors import BadInput


@pytest.mark.parametrize(
    ("content", "is_what", "encoding"),
    [
        (b"\xff\xfe" + "Fuß".encode("utf-16-le"), "is UTF-16, not UTF-8", "utf-16"),
        (b"\xfe\xff" + "Fuß".encode("utf-16-be"), "is UTF-16, not UTF-8", "utf-16"),
        ("Fuß".encode("latin-1"), "is not UTF-8", "latin1"),
    ],
)
def test_what_it_is(content: bytes, is_what: str, encoding: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_utf_8(content.decode("utf-8", "surrogateescape"), "the note")
    assert refused.value.message == f"the note {is_what}"
    assert refused.value.remedy == f"save it as UTF-8, or convert it: iconv -f {encoding} -t utf-8"


def test_a_mark_in_front_of_utf_8_is_no_part_of_it() -> None:
    assert check_utf_8("\ufeffFuß", "the note") == "Fuß"


@pytest.mark.parametrize(
    ("text", "holds"),
    [("plain", False), ("é", False), ("\udc80", True), ("x\udcff", True), ("\udc7f", False)],
)
def test_traces_of_bytes_that_are_no_utf_8(text: str, holds: bool) -> None:
    assert holds_other_bytes(text) == holds


@pytest.mark.parametrize(
    ("start", "is_it"),
    [
        ("ab".encode("utf-16-le"), True), ("ab".encode("utf-16-be"), True), ("abcdefgh".encode("utf-16-le"), True),
        ("a".encode("utf-16-le"), False), ("a".encode("utf-16-be"), False), (b"a\x00bc", False), (b"ab\x00d", False),
        (b"abcd", False), (bytes(8), False), (b"", False), (b"\xff\xfe", True), (b"\xfe\xff", True),
    ],
)  # fmt: skip
def test_utf_16_is_known_by_its_mark_or_by_two_characters(start: bytes, is_it: bool) -> None:
    assert is_utf_16(start) == is_it
