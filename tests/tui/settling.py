"""When the app has come to rest, without a look at the clock; and painting that waits until then."""

import asyncio
from typing import Any
from weakref import WeakSet

from textual.app import App
from textual.screen import Screen

MOST_TURNS = 20_000
"""Of the event loop, for a screen that never comes to rest."""

MOST_PAINTINGS = 50
"""For a screen that asks at each painting for the next."""

QUIET_TURNS = 3
"""Of the event loop in which nobody but the test had anything to do."""

_paint = Screen._compositor_refresh
_unpainted: WeakSet[Screen[Any]] = WeakSet()


def paint_at_rest(screen: Screen[Any]) -> None:
    """Stands in for Textual's painting of a screen, which comes when the app is at rest.

    On the way there it would be painted several times for nobody: what a test reads is composed anew when it is read.
    """
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()
        _unpainted.add(screen)
    else:
        _paint(screen)


def go_forward(seconds: float) -> None:
    """Have all that waits for the event loop's clock due so many seconds earlier."""
    loop = asyncio.get_running_loop()
    before = loop.time
    loop.time = lambda: before() + seconds  # type: ignore[method-assign]


async def settled(app: App[Any]) -> None:
    """Let all that was begun come to its end: each key has had its turn, and nobody has a message left to read.

    What waits for a timer, a thread or a process does not count.
    """
    loop = asyncio.get_running_loop()
    quiet = 0
    for _ in range(MOST_TURNS):
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1  # type: ignore[attr-defined]
        if quiet == QUIET_TURNS or not app.is_running:
            return


async def painted(app: App[Any]) -> None:
    """The same, and paint what has changed at once instead of at the next sixtieth of a second."""
    await settled(app)
    for _ in range(MOST_PAINTINGS):
        if not app.is_running or not app.screen_stack:
            return
        for screen in app._background_screens:  # what shows through; it never ceases to ask for all to be repainted
            if _has_changed(screen):
                screen._on_timer_update()
        app.screen._on_timer_update()
        await settled(app)
        if app.screen_stack and not _has_changed(app.screen) and not app.screen._repaint_required:
            if app.screen not in _unpainted:
                return
            _unpainted.discard(app.screen)
            _paint(app.screen)
            await settled(app)


def _has_changed(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
