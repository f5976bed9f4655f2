"""Makes the pictures of the README and the docs: every screen on the made-up year, at a standing clock."""

import asyncio
import re
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from heeldiary.demo import fill
from heeldiary.store.diary import Diary
from heeldiary.store.opening import open_to_write
from heeldiary.tui.app import HeeldiaryApp
from heeldiary.tui.drafts.drafts import Drafts

FOLDER = Path(__file__).with_name("screenshots")

Shot = tuple[str, str, tuple[int, int], str, tuple[str, ...]]

SHOTS: tuple[Shot, ...] = (
    ("diary", "diary", (120, 40), "dusk", ()),
    ("diary-small", "diary", (80, 24), "paper", ()),
    ("routine", "routine", (120, 40), "dusk", ("space", "5", "wait", "n", "wait")),
    ("routine-map", "routine", (120, 40), "paper", ("space", "5", "wait", "down", "down", "down", "h", "right")),
    ("routine-small", "routine", (80, 24), "dusk", ("space", "5", "wait")),
    ("routines", "routine", (120, 40), "dusk", ("l",)),
    ("trends", "trends", (120, 40), "dusk", ()),
    ("trends-change", "trends", (120, 40), "dusk", ("v",)),
    ("trends-links", "trends", (120, 40), "dusk", ("v", "v")),
    ("trends-traps", "trends", (200, 60), "paper", ("v", "v", "v")),
    ("trends-calendar", "trends", (120, 40), "paper", ("right_square_bracket", *"vvvvvv")),
    ("trends-where", "trends", (120, 40), "dusk", tuple("vvvvvvv")),
    ("experiments", "trends", (120, 40), "paper", ("x",)),
    ("review", "trends", (120, 40), "dusk", ("w",)),
    ("guide", "guide", (120, 40), "paper", ("down",)),
    ("care", "care", (80, 24), "dusk", ()),
)
"""Name, screen, size, theme, and the keys to press."""


class StandingClock:
    """Sunday morning."""

    def now(self) -> datetime:
        """Return the instant."""
        return datetime(2026, 11, 22, 7, 4, 5, 123000, ZoneInfo("Europe/Berlin"))

    def zone(self) -> str:
        """Return the zone's name."""
        return "Europe/Berlin"

    def instant(self, local: datetime) -> datetime:
        """Return a local time of the zone as an instant."""
        return local.replace(tzinfo=ZoneInfo("Europe/Berlin"))


async def _shoot(shot: Shot, path: str) -> None:
    name, screen, size, theme, keys = shot
    seconds = [0.0]
    with Diary(open_to_write(path), StandingClock()) as diary:
        app = HeeldiaryApp(diary, Drafts(f"{path}.drafts", path), start=screen, seconds=lambda: seconds[0])
        async with app.run_test(size=size) as pilot:
            app.theme = theme
            await pilot.pause()
            for key in keys:
                if key == "wait":
                    for _ in range(24):
                        seconds[0] += 0.25
                        await pilot.pause(0.26)
                else:
                    await pilot.press(key)
            await app.workers.wait_for_complete()
            await pilot.pause(0.5)
            # Textual's pictures ask a web host for their font; ours ask nobody.
            picture = re.sub(r"@font-face \{.*?\}\s*", "", app.export_screenshot(title="heeldiary"), flags=re.DOTALL)
            (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


async def _shoot_all() -> None:
    FOLDER.mkdir(exist_ok=True)
    for shot in SHOTS:
        with tempfile.TemporaryDirectory() as place:
            path = f"{place}/diary.db"
            with Diary(open_to_write(path), StandingClock()) as diary:
                fill(diary)
            await _shoot(shot, path)


if __name__ == "__main__":
    asyncio.run(_shoot_all())
