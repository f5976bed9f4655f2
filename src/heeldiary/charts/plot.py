"""Lines by plotext: the only module that uses it.

plotext 6 only gets finite figures within its limits: a NaN inside a line ends the whole process, and a value far
outside is drawn dot by dot.
"""

import math
from collections.abc import Sequence
from threading import Lock

_LOCK = Lock()
"""plotext has one global figure."""


def lines(columns: int, rows: int, runs: Sequence[Sequence[tuple[float, float]]]) -> list[str]:
    """Draw runs of points as lines of quarter blocks, `columns` wide and `rows` high.

    Points are in pixels, two to a cell in each direction, from the top left. Points outside are moved to the edge; NaN
    is left out.
    """
    if columns < 1 or rows < 1:
        return [""] * rows
    import plotext

    right, bottom = 2 * columns - 1, 2 * rows - 1
    with _LOCK:
        plotext.terminal.limit(False, False)
        figure = plotext.figure
        figure.clear()
        figure.plot_size(columns, rows)
        figure.theme("colorless")
        figure.axes(False)
        for axis, top in (("x", right), ("y", bottom)):
            ruler = figure.ruler(axis)
            ruler.lim(0, top)
            ruler.frequency(0)
        drawn = False
        for run in runs:
            points = [(min(right, max(0.0, x)), min(bottom, max(0.0, y))) for x, y in run if math.isfinite(x + y)]
            if points:
                drawn = True
                signal = figure.signal(
                    [x for x, _ in points], [bottom - y for _, y in points], marker=plotext.marker("hd")
                )
                signal.lines()
                figure.draw(signal)
        text = figure.build().string(colorless=True) if drawn else ""
    return [line.ljust(columns)[:columns] for line in (*text.split("\n"), *[""] * rows)][:rows]
