"""A diary that other accounts can read: said once, with the way out, and its mode is left as it is."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heeldiary.store.file.checking import SchemaFault, find_schema_fault, is_readable_by_others
from heeldiary.store.file.second_connection import Cancelled, open_reader
from tests.runner import Heeldiary

MODES = st.integers(0, 0o777).map(lambda mode: mode | stat.S_IRUSR | stat.S_IWUSR)
FOLDER_MODES = st.integers(0, 0o777).map(lambda mode: mode | stat.S_IRWXU)


def wrong_of(path: Path) -> SchemaFault | None:
    """What is wrong with a file, as the app asks it behind the screen."""
    sql = open_reader(str(path), Cancelled())
    try:
        return find_schema_fault(str(path), sql)
    finally:
        sql.close()


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that every account can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as made:
        os.chmod(made, 0o755)
        (Path(made) / "in").mkdir()
        (Path(made) / "in" / "diary.db").touch()
        yield Path(made) / "in"


@given(MODES, FOLDER_MODES)
def test_others_need_a_way_to_the_file_and_a_right_to_it(folder: Path, mode: int, folder_mode: int) -> None:
    path = folder / "diary.db"
    os.chmod(path, mode)
    os.chmod(folder, folder_mode)
    group = mode & (stat.S_IRGRP | stat.S_IWGRP) and folder_mode & stat.S_IXGRP
    other = mode & (stat.S_IROTH | stat.S_IWOTH) and folder_mode & stat.S_IXOTH
    assert is_readable_by_others(str(path)) == bool(group or other)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.parametrize(("mode", "said"), [(0o600, False), (0o644, True), (0o640, True), (0o602, True)])
def test_the_check_of_the_app_says_so_with_the_command_that_ends_it(
    heeldiary: Heeldiary, folder: Path, mode: int, said: bool
) -> None:
    path = folder / "my diary.db"
    path.unlink(missing_ok=True)
    os.chmod(folder, 0o755)
    heeldiary.done("--diary", str(path), "log", "6", "--foot", "left")
    assert wrong_of(path) is None
    os.chmod(path, mode)
    wrong = wrong_of(path)
    assert (wrong is not None) == said
    if wrong is not None:
        assert wrong.text.endswith(f"chmod 600 '{path}'")
    ran = heeldiary.done("--diary", str(path), "log", "5", "--foot", "left")  # no word where scripts run
    assert ran.err == ""
    assert stat.S_IMODE(path.stat().st_mode) == mode


def test_a_file_in_a_closed_folder_draws_no_word(heeldiary: Heeldiary) -> None:
    heeldiary.done("log", "6", "--foot", "left")
    os.chmod(heeldiary.diary, 0o644)
    assert wrong_of(heeldiary.diary) is None
