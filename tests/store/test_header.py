"""What a file's header alone can say: whether it is a diary, in which words it is refused, how long it has to be."""

import pytest

from heeldiary.errors import Refused
from heeldiary.store.header import check_header, is_cut_short, lacks_marks, pages
from heeldiary.store.steps import APPLICATION_ID, LATEST


def header(program: int = APPLICATION_ID, version: int = LATEST, pages: int = 3, written: int = 7) -> bytes:
    """The first hundred bytes of a file of 4,096-byte pages; its seventh change wrote how many pages it has."""
    content = bytearray(b"SQLite format 3\x00".ljust(100, b"\0"))
    for at, number in ((24, 7), (28, pages), (60, version), (68, program), (92, written)):
        content[at : at + 4] = number.to_bytes(4, "big")
    content[16:18] = (4096).to_bytes(2, "big")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "size", "message", "remedy"),
    [
        (b"", 0, "the diary's file is empty (0 bytes): its content was lost; it was not changed",
         "put a copy of the diary in its place, or move the empty file away to start again"),
        (b"Dear diary".ljust(100), 4096, "the file is not a diary, or a damaged one; it was not changed",
         "give the diary's path with --diary PATH"),
        (header(), 511, "the file is not a diary, or a damaged one; it was not changed",
         "give the diary's path with --diary PATH"),
        (header(program=1), 3 * 4096, "the file belongs to another program; it was not changed",
         "give the diary's path with --diary PATH"),
        (header(version=LATEST + 1), 3 * 4096,
         f"the diary was made by a newer heeldiary (schema {LATEST + 1}, this one knows {LATEST})",
         "use that newer heeldiary; the file was not changed"),
    ],
)  # fmt: skip
def test_what_it_is_instead(content: bytes, size: int, message: str, remedy: str) -> None:
    with pytest.raises(Refused) as refused:
        check_header(content, size, unfinished=False)
    assert (refused.value.message, refused.value.remedy) == (message, remedy)


def test_a_file_has_as_many_pages_as_it_says_unless_a_write_is_unfinished() -> None:
    check_header(header(), 3 * 4096, unfinished=False)
    check_header(header(), 2 * 4096, unfinished=True)
    with pytest.raises(Refused):
        check_header(header(), 3 * 4096 - 1, unfinished=False)
    with pytest.raises(Refused):
        check_header(header(version=0), 3 * 4096, unfinished=True)


def test_the_number_of_pages_counts_if_the_last_change_wrote_it() -> None:
    assert (pages(header()), pages(header(written=6))) == (3, None)
    assert is_cut_short(header(), 2 * 4096)
    assert not is_cut_short(header(written=6), 4096)


@pytest.mark.parametrize(
    ("content", "lacks"),
    [
        (header(), False), (header(program=0), True), (header(version=0), True), (header(program=0, version=0), True),
        (header(program=1), False), (header(program=1, version=0), False), (header(version=LATEST + 1), False),
        (bytes(100), False), (b"", False),
    ],
)  # fmt: skip
def test_a_diary_that_has_lost_one_of_its_two_numbers_is_no_other_programs_file(content: bytes, lacks: bool) -> None:
    assert lacks_marks(content) == lacks
