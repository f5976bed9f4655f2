"""What looks at the file behind the first paint is not loaded before it."""

from tests.runner import Process


def test_the_first_paint_waits_for_no_look_at_the_file(process: Process) -> None:
    script = (
        "import sys, heeldiary.tui.run, heeldiary.tui.app, heeldiary.tui.diary.page\n"
        "behind = ('checking', 'place_notices', 'synced')\n"
        "print([name for name in behind if f'heeldiary.store.file.{name}' in sys.modules])"
    )
    assert process.python(script).out.strip() == "[]"
