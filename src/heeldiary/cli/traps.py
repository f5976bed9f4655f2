"""Printing the traps: `heeldiary trends --view traps`."""

from heeldiary.cli.context import CommandContext
from heeldiary.domain.analysis.results import Analysis
from heeldiary.domain.traps.text import panels

_WIDEST = 88


def print_traps(analysis: Analysis, theme: str, context: CommandContext) -> None:
    """Print the pictures with their text; with --plain, the text alone."""
    context.print(f"{analysis.observations.foot.capitalize()} foot: four ways a diary can mislead", "")
    if context.options.plain:
        for number, panel in enumerate(panels(analysis.traps, len(analysis.observations.scores))):
            context.print(*[""] * (number > 0), panel.title, *panel.says)
        return
    from heeldiary.charts.traps.traps import printed_traps
    from heeldiary.cli.printing import picture_columns, print_picture

    columns = picture_columns(context, _WIDEST)
    print_picture(printed_traps(analysis, columns), theme, context)
