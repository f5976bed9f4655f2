"""Running the app on a diary."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial

from heeldiary.clock import Clock, steady_seconds
from heeldiary.domain.scales import Foot
from heeldiary.own_code import OwnCode
from heeldiary.paths import Places, check_folder, places
from heeldiary.store.diary import Diary, Random
from heeldiary.store.entries.entry_state import entry_state
from heeldiary.store.opening import APP_WAIT_SECONDS, COMMAND_WAIT_SECONDS, Announce, open_to_use
from heeldiary.store.sql import Sql
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts
from heeldiary.tui.watch import Watch


def run_app(
    at: Places,
    clock: Clock,
    random: Random,
    start: str = "diary",
    feet: Sequence[Foot] = (),
    routine: str | None = None,
    demo: bool = False,
    announce: Announce | None = None,
) -> int:
    """Open the diary and run the app on it; return the exit status.

    With `demo` the diary is filled with a made-up year first. `announce` says what is said before the app is there.
    """
    check_folder(at)
    with OwnCode().guarded() as code, Diary(_opened(at, announce), clock, random) as diary:
        if demo:
            from heeldiary.demo import fill

            fill(diary)
        if not os.environ.get("NO_COLOR"):
            os.environ.pop("NO_COLOR", None)  # an empty one counts as unset, which Textual does not know
        drafts = Drafts(at.drafts, at.diary, partial(entry_state, diary))
        app = HeeldiaryApp(
            diary,
            drafts,
            watch=Watch(diary, at.diary, at.notices, code),
            crash_log=at.crash_log,
            start=start,
            feet=feet,
            routine=routine,
            seconds=steady_seconds,
        )
        app.sub_title = "demo" if demo else ""  # in each page's header: nothing typed here stays
        # From now on a wait would freeze the screen; the app shows a message and retries instead.
        diary.sql.wait_no_longer_than(APP_WAIT_SECONDS)
        try:
            app.run()
        finally:
            app.drafts.write()  # however the app ended
            drafts.close()
        return app.return_code or 0


def _opened(at: Places, announce: Announce | None) -> Sql:
    return open_to_use(at.diary, COMMAND_WAIT_SECONDS, announce)


def run_demo(environment: Mapping[str, str], clock: Clock, random: Random) -> int:
    """Run the app on a made-up diary in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="heeldiary-demo-") as folder:
        at = places(os.path.join(folder, "diary.db"), {**environment, "HEELDIARY_HOME": folder})
        return run_app(at, clock, random, demo=True)
