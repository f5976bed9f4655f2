"""What waits until the first paint: the look at the file, and the garbage."""

import gc

from tests.runner import Process
from tests.tui.stage import Stage


def test_the_first_paint_waits_for_no_look_at_the_file(process: Process) -> None:
    script = (
        "import sys, heeldiary.tui.run, heeldiary.tui.app, heeldiary.tui.diary.page\n"
        "behind = ('checking', 'place_notices', 'synced')\n"
        "print([name for name in behind if f'heeldiary.store.file.{name}' in sys.modules])"
    )
    assert process.python(script).out.strip() == "[]"


async def test_garbage_is_collected_once_it_is_painted(stage: Stage) -> None:
    """The command turns the collector off, as it is a good part of the start."""
    gc.disable()
    try:
        async with stage.play():
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
