"""Where an export goes: a file that came meanwhile stays, a link leads on, nothing is half written."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from heeldiary.atomic_files import write_atomically
from tests.runner import Heeldiary, files


def lines_while(happens: Callable[[], object]) -> Iterator[bytes]:
    """Lines of an export during which something happens."""
    yield b"first\n"
    happens()
    yield b"last\n"


@pytest.mark.parametrize("what", ["a file", "a folder", "a link", "a link to nowhere", "a pipe"])
def test_what_came_while_the_file_was_written_stays(tmp_path: Path, what: str) -> None:
    path = tmp_path / "out.jsonl"
    (tmp_path / "else").write_text("else")

    def happens() -> None:
        match what:
            case "a file":
                path.write_text("mine")
            case "a folder":
                path.mkdir()
            case "a pipe":
                os.mkfifo(path)
            case _:
                path.symlink_to(tmp_path / ("else" if what == "a link" else "nowhere"))

    with pytest.raises(FileExistsError):
        write_atomically(str(path), lines_while(happens), replace=False)
    assert sorted(os.listdir(tmp_path)) == ["else", "out.jsonl"]
    assert (tmp_path / "else").read_text() == "else"
    assert not path.is_file() or path.read_text() in ("mine", "else")


def test_only_one_of_many_at_once_has_the_name(tmp_path: Path) -> None:
    path = str(tmp_path / "out.jsonl")
    begun = threading.Barrier(8)
    won: list[int] = []

    def write(number: int) -> None:
        begun.wait()
        try:
            write_atomically(path, [f"{number}\n".encode()] * 100, replace=False)
        except FileExistsError:
            return
        won.append(number)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert files(tmp_path) == {"out.jsonl": f"{won[0]}\n".encode() * 100}


def test_a_file_is_written_and_replaced_as_before(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    write_atomically(str(path), [b"a"], replace=False)
    assert path.stat().st_nlink == 1
    assert path.stat().st_mode & 0o777 == 0o600
    write_atomically(str(path), [b"b"])
    assert files(tmp_path) == {"out.jsonl": b"b"}


@pytest.mark.parametrize("leads_to", ["a file", "nothing"])
def test_with_force_a_link_stays_and_leads_to_the_export(heeldiary: Heeldiary, tmp_path: Path, leads_to: str) -> None:
    heeldiary.done("log", "left", "6")
    target, link = tmp_path / "target.jsonl", tmp_path / "link.jsonl"
    if leads_to == "a file":
        target.write_text("old")
    link.symlink_to(target)
    heeldiary.refused(2, "export", "-o", str(link))
    heeldiary.done("export", "-o", str(link), "--force")
    assert link.is_symlink()
    assert target.read_text() == heeldiary.done("export").out


def test_a_link_to_the_diary_is_the_diary(heeldiary: Heeldiary, tmp_path: Path) -> None:
    heeldiary.done("log", "left", "6")
    (tmp_path / "link").symlink_to(heeldiary.diary)
    os.link(heeldiary.diary, tmp_path / "second name")
    for name in ("link", "second name"):
        heeldiary.refused(2, "export", "-o", str(tmp_path / name), "--force")


def test_a_link_to_itself_is_no_place(heeldiary: Heeldiary, tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for force in ([], ["--force"]):
        assert heeldiary("export", "-o", str(tmp_path / "loop"), *force).code in (1, 2)
    assert (tmp_path / "loop").is_symlink()
