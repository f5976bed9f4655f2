"""A `-journal` beside a diary: its own is rolled back, any other is refused before SQLite touches either file."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.errors import Refused
from heeldiary.store.diary import Diary
from heeldiary.store.file.ids_in_bytes import find_ids
from heeldiary.store.file.rollback_journal import MAGIC, read_journal
from heeldiary.store.opening import open_to_write
from tests.runner import Heeldiary, files
from tests.standing_clock import SeededBytes, StandingClock
from tests.store.connections import another
from tests.store.journals import PAGE, Cut, journal, page, segment

READING = (("list", "--json"), ("status",), ("show",), ("export",), ("nudge",), ("trends",), ("settings",))
WRITING = (("log", "6", "--foot", "left"), ("undo",), ("log", "note", "x"))


def grown(heeldiary: Heeldiary, entries: int = 12) -> bytes:
    """The bytes of a diary with some entries."""
    for ago in range(entries):
        heeldiary.done("log", "left", "3", "right", "2", "--day", f"{ago + 1}d", "--note", "words " * 40)
    return heeldiary.diary.read_bytes()


def cut_off(heeldiary: Heeldiary) -> Cut:
    """A write that changes several pages, a note of every length among them."""
    before = grown(heeldiary)
    heeldiary.done("log", "massage", "--foot", "both", "--ki1", "90s", "--note", "new " * 300, "--tag", "sore")
    return Cut(before, heeldiary.diary.read_bytes())


@pytest.fixture
def cut(heeldiary: Heeldiary) -> Cut:
    """A write of this diary that was cut off."""
    return cut_off(heeldiary)


def test_it_is_read_whole(cut: Cut) -> None:
    found = read_journal(BytesIO(journal(cut.before, cut.changed[:2], cut.changed[2:])))
    assert found is not None
    assert found.is_intact
    assert (found.pages, found.page_bytes) == (len(cut.before) // PAGE, PAGE)
    assert found.first_page == page(cut.before, 1)
    assert found.ids == find_ids(b" ".join(page(cut.before, number) for number in cut.changed))


@pytest.mark.parametrize(("sector", "is_one"), [(16, False), (32, True), (65536, True), (131072, False), (500, False)])
def test_a_sector_has_32_to_65536_bytes(cut: Cut, sector: int, is_one: bool) -> None:
    assert (read_journal(BytesIO(segment(cut.before, [], sector=sector))) is not None) == is_one


def lay(heeldiary: Heeldiary, diary: bytes, beside: bytes, ending: str = "-journal") -> None:
    """Put a diary and a file beside it where they are looked for."""
    heeldiary.diary.write_bytes(diary)
    Path(f"{heeldiary.diary}{ending}").write_bytes(beside)


SOME = (("list", "--json"), ("status",), ("log", "note", "x"))


def refused_everywhere(
    heeldiary: Heeldiary, name: str = "diary.db-journal", commands: Sequence[tuple[str, ...]] = (*READING, *WRITING)
) -> None:
    """Every command has to refuse, to name the file, and to change nothing."""
    for argv in commands:
        ran = heeldiary.refused(1, *argv)
        assert name in ran.err, ran


@given(data=st.data())
def test_its_own_is_rolled_back_whatever_was_written(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    heeldiary = Heeldiary(tmp_path_factory.mktemp("own") / "home", StandingClock(), SeededBytes())
    cut = cut_off(heeldiary)
    order = data.draw(st.permutations(cut.changed))
    written = data.draw(st.lists(st.sampled_from(cut.changed), unique=True))
    ends = sorted(data.draw(st.lists(st.integers(1, len(order) - 1), unique=True, max_size=3)))
    segments = [order[start:end] for start, end in zip([0, *ends], [*ends, len(order)], strict=True)]
    grown_file = cut.partly(written) + (cut.after[len(cut.before) :] if written else b"")
    lay(heeldiary, grown_file, journal(cut.before, *segments))
    heeldiary.done("list", "--json")
    assert heeldiary.diary.read_bytes() == cut.before
    assert list(files(heeldiary.home)) == ["diary.db"]


def foreign_page(cut: Cut, header: Callable[[bytearray], None]) -> bytes:
    """A journal whose page 1 is another's."""
    first = bytearray(page(cut.before, 1))
    header(first)
    return journal(bytes(first) + cut.before[4096:], cut.changed)


def counted(by: int) -> Callable[[bytearray], None]:
    """Change the counter of a header."""

    def change(first: bytearray) -> None:
        for at in (24, 92):
            first[at : at + 4] = (int.from_bytes(first[at : at + 4], "big") + by).to_bytes(4, "big")

    return change


def of_program(number: int) -> Callable[[bytearray], None]:
    """Change the program that a header names."""

    def change(first: bytearray) -> None:
        first[68:72] = number.to_bytes(4, "big")

    return change


def broken(whole: bytes, at: int) -> bytes:
    """Bytes with one of them flipped."""
    return whole[:at] + bytes([whole[at] ^ 0x40]) + whole[at + 1 :]


FAULTS: dict[str, Callable[[Cut], bytes]] = {
    "no page 1": lambda cut: journal(cut.before, cut.changed[1:]),
    "no record": lambda cut: segment(cut.before, []),
    "last record missing": lambda cut: journal(cut.before, cut.changed)[:-4104],
    "last byte missing": lambda cut: journal(cut.before, cut.changed)[:-1],
    "half of it": lambda cut: journal(cut.before, cut.changed)[: 512 + 4104 * 2],
    "second segment short": lambda cut: journal(cut.before, cut.changed[:2], cut.changed[2:])[:-4104],
    "counts more than it has": lambda cut: segment(cut.before, cut.changed, count=len(cut.changed) + 1),
    "a page beyond the end": lambda cut: segment(cut.before + bytes(4096), [*cut.changed, len(cut.before) // 4096 + 1],
                                                 pages=len(cut.before) // 4096),
    "page 0": lambda cut: segment(cut.before, [*cut.changed, 0]),
    "a page twice": lambda cut: segment(cut.before, [*cut.changed, cut.changed[0]]),
    "a smaller diary": lambda cut: segment(cut.before, cut.changed, pages=len(cut.before) // 4096 - 1),
    "a larger diary": lambda cut: segment(cut.before, cut.changed, pages=len(cut.before) // 4096 + 1),
    "other pages": lambda cut: segment(cut.before, cut.changed, page_bytes=1024),
    "pages of no size": lambda cut: segment(cut.before, cut.changed, page_bytes=1000),
    "no sectors": lambda cut: segment(cut.before, cut.changed, sector=0),
    "large sectors": lambda cut: segment(cut.before, cut.changed, sector=4096),
    "a broken page": lambda cut: broken(journal(cut.before, cut.changed), 512 + 4 + 96 + 4104),
    "a broken checksum": lambda cut: broken(journal(cut.before, cut.changed), 512 + 4104 - 1),
    "another nonce": lambda cut: broken(journal(cut.before, cut.changed), 15),
    "another program": lambda cut: foreign_page(cut, of_program(252006674)),
    "an older write": lambda cut: foreign_page(cut, counted(-2)),
    "a later write": lambda cut: foreign_page(cut, counted(2)),
    "no page 1 and short": lambda cut: journal(cut.before, [*cut.changed[1:], 1])[:-4104],
    "no journal": lambda _: b"my journal, by hand\n" * 400,
    "its magic alone": lambda _: MAGIC,
    "a broken magic": lambda cut: broken(journal(cut.before, cut.changed), 3),
}  # fmt: skip


@pytest.mark.grid(10)
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("written", ["nothing", "all"])
def test_one_that_does_not_fit_is_refused(heeldiary: Heeldiary, cut: Cut, fault: str, written: str) -> None:
    lay(heeldiary, cut.after if written == "all" else cut.before, FAULTS[fault](cut))
    refused_everywhere(heeldiary)


@pytest.mark.parametrize("by", [-2, -1, 1, 2])
@pytest.mark.parametrize("written", ["nothing", "all"])
def test_that_of_an_earlier_or_later_write(heeldiary: Heeldiary, cut: Cut, written: str, by: int) -> None:
    """One write may have been counted already, none has been taken back."""
    lay(heeldiary, cut.after if written == "all" else cut.before, foreign_page(cut, counted(by)))
    if (written, by) in (("nothing", -1), ("all", 0)):
        heeldiary.done("list")
    else:
        refused_everywhere(heeldiary)


@pytest.mark.grid(3)
@pytest.mark.parametrize("written", ["nothing", "all"])
@pytest.mark.parametrize("short", [0, 4104, 1])
def test_that_of_another_diary_written_as_often(heeldiary: Heeldiary, cut: Cut, written: str, short: int) -> None:
    """The header is the same to the byte; only the random ids tell whose it is."""
    other = heeldiary.other("other")
    theirs = cut_off(other)
    assert page(theirs.before, 1) == page(cut.before, 1)
    assert theirs.before != cut.before
    whole = journal(theirs.before, theirs.changed)
    lay(heeldiary, cut.after if written == "all" else cut.before, whole[: len(whole) - short])
    refused_everywhere(heeldiary)


@pytest.mark.grid(4)
@pytest.mark.parametrize("beside", ["its own", "empty", "never synced"])
@pytest.mark.parametrize("less", [100, 4096, 9000])
def test_a_diary_cut_short_is_damaged_whatever_lies_beside_it(
    heeldiary: Heeldiary, cut: Cut, beside: str, less: int
) -> None:
    """SQLite would fill the missing part with zeros and delete the journal."""
    content = {"its own": journal(cut.before, cut.changed), "empty": b"", "never synced": bytes(5000)}[beside]
    lay(heeldiary, cut.before[:-less], content)
    refused_everywhere(heeldiary, "damaged", SOME)


@pytest.mark.parametrize("content", [b"", bytes(512), bytes(9000)], ids=["empty", "a sector", "long"])
def test_one_that_was_never_synced_does_no_harm(heeldiary: Heeldiary, content: bytes) -> None:
    whole = grown(heeldiary, 2)
    before = heeldiary.entries()
    lay(heeldiary, whole, content)
    for argv in READING:
        heeldiary.done(*argv)
        assert files(heeldiary.home) == {"diary.db": whole, "diary.db-journal": content}
    heeldiary.done("log", "note", "goes on")
    assert len(heeldiary.entries()) == len(before) + 1


def test_beside_the_file_that_a_link_leads_to(heeldiary: Heeldiary, cut: Cut, tmp_path: Path) -> None:
    """SQLite looks beside the file, not beside the link."""
    lay(heeldiary, cut.before, FAULTS["last record missing"](cut))
    link = tmp_path / "elsewhere" / "link.db"
    link.parent.mkdir()
    link.symlink_to(heeldiary.diary)
    heeldiary.refused(1, "list", "--diary", str(link))
    lay(heeldiary, cut.after, journal(cut.before, cut.changed))
    heeldiary.done("list", "--diary", str(link))
    assert heeldiary.diary.read_bytes() == cut.before


def test_one_that_comes_while_the_diary_is_open(
    heeldiary: Heeldiary, cut: Cut, clock: StandingClock, seeded: SeededBytes
) -> None:
    theirs = cut_off(heeldiary.other("other"))
    with Diary(open_to_write(str(heeldiary.diary)), clock, seeded) as diary:
        diary.entries()
        Path(f"{heeldiary.diary}-journal").write_bytes(journal(theirs.before, theirs.changed))
        before = files(heeldiary.home)
        for use in (diary.version, diary.entries, diary.undo):
            with pytest.raises(Refused, match=r"diary\.db-journal"):
                use()
            assert files(heeldiary.home) == before
        Path(f"{heeldiary.diary}-journal").unlink()
        diary.undo()
    assert len(heeldiary.entries()) == 24
    assert cut


HOLDER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 2")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE entry SET note = replace(note, 'words', 'WORDS')")
connection.execute("UPDATE action SET what = what || '.'")
print("ready", flush=True)
sys.stdin.readline()
connection.execute(sys.argv[2])
"""


@pytest.mark.parametrize("end", ["COMMIT", "ROLLBACK"])
def test_that_of_a_program_at_work_is_its_own(heeldiary: Heeldiary, end: str) -> None:
    """A long write without page 1 in its journal yet: the journal is not reported as foreign."""
    grown(heeldiary, 60)
    count = len(heeldiary.entries())
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(heeldiary.diary), end], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdin
        assert holder.stdout
        assert holder.stdout.readline() == b"ready\n"
        written = Path(f"{heeldiary.diary}-journal").read_bytes()
        assert written.startswith(MAGIC)
        with another(heeldiary.diary) as connection, pytest.raises(Exception, match="locked"):
            connection.execute("SELECT count(*) FROM entry").fetchone()
        with pytest.raises(Refused, match="another program is using the diary"):
            open_to_write(str(heeldiary.diary), 0.05)
        holder.stdin.write(b"\n")
    assert len(heeldiary.entries()) == count
