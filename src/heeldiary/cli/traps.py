"""The traps, printed: what `heeldiary trends --view traps` shows of one foot."""

import shutil

from heeldiary.cli.context import Desk
from heeldiary.domain.analysis.results import Findings
from heeldiary.domain.traps.text import panels

_WIDEST, _NARROWEST = 88, 40


def print_traps(found: Findings, theme: str, desk: Desk) -> None:
    """Pictures with their words; with --plain the words alone."""
    desk.print(f"{found.material.foot.capitalize()} foot: four ways in which a diary misleads", "")
    if desk.options.plain:
        for number, panel in enumerate(panels(found.traps, len(found.material.scores))):
            desk.print(*[""] * (number > 0), panel.title, *panel.says)
        return
    from heeldiary.charts.traps.traps import printed_traps
    from heeldiary.cli.printing import print_picture

    columns = min(_WIDEST, max(_NARROWEST, shutil.get_terminal_size().columns - 1))
    print_picture(printed_traps(found, columns), theme, desk)
