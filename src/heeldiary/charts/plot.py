"""Lines by plotext: the one place that touches it.

plotext 6 is handed finite figures within its limits only: a NaN inside a line ends the whole process, and a value
far outside is drawn out there dot by dot.
"""

import math
from collections.abc import Sequence
from threading import Lock

_LOCK = Lock()
"""plotext draws on one figure for the whole program."""


def lines(columns: int, rows: int, runs: Sequence[Sequence[tuple[float, float]]]) -> list[str]:
    """Draw unbroken runs of points, in quarter-block signs, `columns` wide and `rows` high.

    Points are in pixels, two to a cell each way, counted from the left and from the top. What is outside is brought
    to the edge; what is no number is left out.
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
