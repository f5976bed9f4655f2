"""`heeldiary settings` and `heeldiary where`."""

import os
from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Arguments, Parser
from heeldiary.domain.settings import BASELINE, BY_NAME, SETTINGS, Setting, check_set, find, json_value, parse, typed
from heeldiary.domain.text import display_text
from heeldiary.store.recording import set_setting

_NO_BACKUPS = "heeldiary makes no backups yet: keep an export on another disk (heeldiary export -o FILE)."


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Show or change settings, or print the paths."""
    arguments = parser(name).read(_with_whole_name(argv), context.out)
    if name == "where":
        _where(context)
    elif arguments.value is not None:
        _change(arguments, context)
    else:
        _show(arguments.name, context)


def _with_whole_name(words: Sequence[str]) -> Sequence[str]:
    """Return a command line with a setting's name as it is written, if typed in capitals or words: `Affected foot`."""
    for count in (1, 2, 3):
        name = "-".join(" ".join(words[:count]).lower().split())
        if len(words) >= count and name in BY_NAME:
            return [name, *words[count:]]
    return words


def parser(name: str) -> Parser:
    """Return the parser of a command."""
    if name == "where":
        about = (
            "Print every path that heeldiary uses, one per line, and create nothing. `backups` is the place set "
            "aside\nfor backups; heeldiary makes none yet, so keep an export on another disk."
        )
        return Parser(name, about, "  heeldiary where\n  heeldiary where --json")
    parser = Parser(
        name,
        "Show all settings, one of them, or change one. They are stored in the diary's file.",
        "  heeldiary settings\n  heeldiary settings affected-foot left\n  heeldiary settings day-start 05:00",
    )
    parser.add_argument("name", metavar="NAME", nargs="?", help="the setting")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="the new value")
    return parser


def _where(context: CommandContext) -> None:
    places = {name: os.fsencode(path).decode("utf-8", "replace") for name, path in context.places._asdict().items()}
    if context.options.json:
        context.print_json(places)
        return
    for name, path in places.items():
        context.print(f"{name}: {display_text(path, newline=' ')}", whole=True)
    context.out.flush()
    from heeldiary.store.file.place_notices import place_notices

    if not os.path.isdir(context.places.backups):
        context.say(_NO_BACKUPS)
    for notice in place_notices(context.places.diary, os.path.expanduser("~")):
        context.say(notice.text)


def _show(name: str | None, context: CommandContext) -> None:
    wanted = SETTINGS if name is None else (find(name),)
    with context.reading() as diary:
        settings = diary.settings()
    if context.options.json:
        context.print_json({setting.name: json_value(setting, settings[setting.name]) for setting in wanted})
        return
    name_width = max(len(setting.name) for setting in wanted)
    value_width = max(len(typed(setting, settings[setting.name])) for setting in wanted)
    for setting in wanted:
        value = typed(setting, settings[setting.name])
        context.print(f"{setting.name:{name_width}}  {value:{value_width}}  {_about(setting)}")


def _about(setting: Setting) -> str:
    return f"{setting.meaning}: {setting.bounds} (default {typed(setting, setting.default)})"


def _written_out(setting: Setting, value: str, context: CommandContext) -> str:
    """Return a value as typed; a day of the baseline such as `today` as its date."""
    if setting.name != BASELINE or value.strip() == "none":
        return value
    from heeldiary.domain.typed_days import parse_coming_day  # one setting alone

    with context.reading() as diary:  # find errors before a first diary is created
        day = parse_coming_day(value, diary.today()).isoformat()
        check_set(setting.name, day, diary.settings().stored.get(setting.name), diary.today())
    return day


def _change(arguments: Arguments, context: CommandContext) -> None:
    setting = find(arguments.name)
    value = parse(setting, _written_out(setting, arguments.value, context))
    with context.writing() as diary:
        set_setting(diary, setting.name, None if value is None else typed(setting, value))
    with context.done():
        if context.options.json:
            context.print_json({setting.name: json_value(setting, value)})
        else:
            context.print(f"Set: {setting.name} is {typed(setting, value)}")
        if setting.runs:
            from heeldiary.guiding.cue_command import cue_doubt  # one setting alone

            if (doubt := cue_doubt(value)) is not None:
                context.say(doubt)
