"""What Textual brings, in our look: toasts and the palette, and the way to what the palette finds."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App
from textual.command import CommandPalette

if TYPE_CHECKING:
    from textual.command import Provider

_LOOK_CSS = """
    ToastRack { margin-bottom: 2; }
    Toast { background: $panel; color: $foreground; border-left: outer $accent; }
    CommandPalette > Vertical { width: 78; max-width: 100%; height: auto; max-height: 90%; background: $panel;
                                padding: 1 1; }
    CommandPalette #--input, CommandPalette #--input.--list-visible { border: none; height: 2; }
    CommandPalette SearchIcon { display: none; }
    CommandPalette CommandInput, CommandPalette CommandInput:focus { border: none; height: 1; padding: 0 2; }
    CommandPalette CommandList, CommandPalette CommandList:focus { border: none; max-height: 16; background: $panel;
                                                                     scrollbar-size-vertical: 1; }
    CommandPalette CommandList > .option-list--option { text-style: none; }
    CommandPalette CommandList > .option-list--option-highlighted { background: $panel; color: $accent;
                                                                    text-style: bold; }
"""
"""Toasts, and the palette in the look of the dialogs."""

_INVITATION = "what to do, a day, a setting, a theme; enter does it, escape closes"


def find_actions() -> "type[Provider]":
    """Return what finds the actions of the open screen."""
    from heeldiary.tui.palette_commands import ActionCommands

    return ActionCommands


def find_names() -> "type[Provider]":
    """Return what finds days, routines, settings and themes."""
    from heeldiary.tui.palette_commands import NamedCommands

    return NamedCommands


class OwnLook(App[int]):
    """An app with toasts and the palette in our look."""

    CSS = _LOOK_CSS
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[Any] = {find_actions, find_names}

    def action_command_palette(self) -> None:
        """Open the palette, whose empty field says what it takes."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=_INVITATION))
