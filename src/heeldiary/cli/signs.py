"""`heeldiary signs`: today's warning signs, and dismissing one."""

from collections.abc import Sequence

from heeldiary.cli.context import CommandContext
from heeldiary.cli.parser import Parser
from heeldiary.domain.warning_text import COMMAND_HINT, NONE, WHAT_TO_DO, format_sign, sign_to_json
from heeldiary.store.warnings import dismiss, open_warnings


def run(name: str, argv: Sequence[str], context: CommandContext) -> None:
    """Print the signs, or dismiss one."""
    arguments = parser(name).read(argv, context.out)
    if arguments.dismiss is not None:
        with context.reading() as diary:  # without a diary there is nothing to dismiss: none is created
            exists = diary.first_day() is not None
        with context.writing() if exists else context.reading() as diary:
            sign = dismiss(diary, arguments.dismiss.strip().lower())
        with context.done():
            if context.options.json:
                context.print_json(sign_to_json(sign))
            else:
                context.print(f"Dismissed: {sign.name}. heeldiary undo brings it back.")
        return
    with context.reading() as diary:
        signs = open_warnings(diary, diary.today())
    if context.options.json:
        context.print_json([sign_to_json(sign) for sign in signs])
    elif not signs:
        context.say(NONE)
    else:
        context.print(*(f"{sign.name}: {format_sign(sign)}" for sign in signs), WHAT_TO_DO, COMMAND_HINT)


def parser(name: str) -> Parser:
    """Return the parser of `signs`."""
    parser = Parser(
        name,
        "The diary's own warning signs: reasons to ask a clinician, by our own rules. The Guide's page on clinicians\n"
        "explains each. A sign that you dismiss stays away until it has been absent for four weeks, or for a year;\n"
        "a tag stays away for four weeks.",
        "  heeldiary signs\n  heeldiary signs --dismiss rising-left",
    )
    parser.add_argument("--dismiss", metavar="NAME", help="dismiss a sign, as `heeldiary signs` names it")
    return parser
