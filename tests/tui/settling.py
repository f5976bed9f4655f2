"""When the app has come to rest, without a look at the clock; and painting that waits until then."""

import asyncio
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from textual._context import visible_screen_stack
from textual.app import App
from textual.screen import Screen
from textual.strip import Strip

MOST_TURNS = 20_000
"""Of the event loop, for a screen that never comes to rest."""

MOST_PAINTINGS = 50
"""For a screen that asks at each painting for the next."""

QUIET_TURNS = 3
"""Of the event loop in which only the test had anything to do."""

SHORT_SECONDS = 0.02
"""A widget asks for its layout once its queue has been empty for a while."""

_refresh = Screen._compositor_refresh
_unpainted: WeakSet[Screen[Any]] = WeakSet()
_painted: WeakKeyDictionary[Screen[Any], list[Strip]] = WeakKeyDictionary()


def paint_at_rest(screen: Screen[Any]) -> None:
    """Stands in for Textual's painting of a screen, which comes when the app is at rest.

    On the way there it would be painted several times for nobody: what a test reads is composed again when it is read.
    """
    if screen is screen.app.screen:
        screen._dirty_widgets.clear()
        _unpainted.add(screen)
    else:
        _refresh(screen)  # paints nothing, but has the dialog above repainted


def go_forward(seconds: float) -> None:
    """Make everything that waits for the event loop's clock due this many seconds earlier."""
    loop: Any = asyncio.get_running_loop()
    if not hasattr(loop, "seconds_ahead"):
        real = loop.time
        loop.seconds_ahead = 0.0
        loop.time = lambda: real() + loop.seconds_ahead
    loop.seconds_ahead += seconds


async def settled(app: App[Any]) -> None:
    """Let everything in progress finish: each key has been handled, and no message is left in a queue.

    What waits for a timer, a thread or a process does not count.
    """
    loop = asyncio.get_running_loop()
    quiet = 0
    for _ in range(MOST_TURNS):
        await asyncio.sleep(0)
        quiet = 0 if loop._ready else quiet + 1  # type: ignore[attr-defined]  # asyncio has no public word for it
        if quiet == QUIET_TURNS or not app.is_running:
            return


async def painted(app: App[Any]) -> None:
    """The same, with all that waits for a short timer, and paint what has changed at once."""
    for _ in range(MOST_PAINTINGS):
        await _laid_out(app)
        go_forward(SHORT_SECONDS)
        await _laid_out(app)
        if not app.screen_stack or app.screen not in _unpainted:
            return
        _paint(app.screen)


def seen(screen: Screen[Any]) -> list[Strip]:
    """What is painted on a screen, composed again only where something may have changed since."""
    if screen in _unpainted or screen not in _painted or _has_changed(screen):
        _paint(screen)
    return _painted[screen]


def seen_with_background(screen: Screen[Any]) -> list[Strip]:
    """The same, with the screens that show through a dialog."""
    screen.refresh()
    visible_screen_stack.set(screen.app._background_screens)
    return screen._compositor.render_strips()


def _paint(screen: Screen[Any]) -> None:
    _unpainted.discard(screen)
    visible_screen_stack.set([])  # what shows through a dialog would have to be painted again each time
    screen._compositor._dirty_regions.clear()
    _painted[screen] = screen._compositor.render_strips()


async def _laid_out(app: App[Any]) -> None:
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
            return


def _has_changed(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )
