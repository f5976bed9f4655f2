"""The routines of the Routine page: choosing, copying, changing and planning them."""

from collections.abc import Callable

from heeldiary.domain.routine.built_in import BUILT_IN
from heeldiary.domain.routine.plan import Standing, make_pause, parse_days
from heeldiary.domain.routine.routine import Routine
from heeldiary.domain.routine.shape import parse_name, routine_from_shape, routine_shape
from heeldiary.domain.routine.text import format_step
from heeldiary.domain.routine.toml_file import read_toml_of
from heeldiary.domain.text import clean
from heeldiary.domain.typed_days import parse_coming_day
from heeldiary.errors import BadInput, Problem
from heeldiary.store.routine.plans import (
    drop_plan,
    end_pauses,
    load_pauses,
    load_standings,
    routine_for_today,
    save_pause,
    save_plan,
)
from heeldiary.store.routine.routines import (
    at_current_stage,
    delete_routine,
    find_routine,
    load_own_texts,
    load_routines,
    name_as_saved,
    routine_toml,
    save_routine,
)
from heeldiary.tui.drafts.drafts import DraftOf
from heeldiary.tui.page import Page


class RoutineActions:
    """Holds the chosen routine and opens the dialogs that change routines."""

    def __init__(self, page: Page, chosen: str | None) -> None:
        self._page = page
        self.chosen = chosen
        """The name of the chosen routine; None for the planned one, else the clinic's."""

    def routine(self) -> Routine:
        """Return the routine for a new session with today's progression; the default if the chosen one is gone."""
        diary, today = self._page.diary, self._page.today
        try:
            routine = find_routine(diary, self.chosen) if self.chosen else routine_for_today(diary, today)
        except BadInput:
            routine = routine_for_today(diary, today)
        return at_current_stage(diary, routine, today)

    def open(self, present: Routine, closed: Callable[[bool], None]) -> None:
        """Show all routines; `closed` is called with whether one was chosen."""
        from heeldiary.tui.routine.routines import Routines

        def read() -> tuple[list[Routine], dict[str, Standing]]:
            diary, today = self._page.diary, self._page.diary.today()
            standings = [at_current_stage(diary, routine, today) for routine in load_routines(diary)]
            return standings, {standing.plan.routine: standing for standing in load_standings(diary, today)}

        def ask(what: str, routine: Routine) -> None:
            if what in ("steps", "about", "text", "delete") and routine.name in BUILT_IN:
                dialog.complain("A built-in routine cannot be changed: c copies it, and the copy is yours.")
                return
            dialog.complain("")
            self._page.attempt(lambda: actions[what](routine, dialog.fill))

        actions: dict[str, Callable[[Routine, Callable[[], None]], None]] = {
            "copy": self._copy,
            "steps": self._steps,
            "about": self._about,
            "text": self._text,
            "plan": self._plan,
            "pause": self._pause,
            "delete": self._delete,
        }

        def answered(name: str | None) -> None:
            if name is not None:
                self.chosen = name
            closed(name is not None)

        dialog = Routines(read, ask, present.name)
        self._page.app.push_screen(dialog, answered)

    def _copy(self, routine: Routine, done: Callable[..., None]) -> None:
        from heeldiary.tui.dialogs.field import Field, Parsed
        from heeldiary.tui.dialogs.form import Form

        def save(parsed: Parsed) -> None:
            name, title = parsed["name"], parsed["title"] or parsed["name"].capitalize()
            if name_as_saved(diary, name) in (*BUILT_IN, *load_own_texts(diary)):
                raise BadInput("there is already a routine with that name", "choose another name")
            whole = find_routine(diary, routine.name)
            copy = routine_from_shape({**routine_shape(whole), "name": name, "title": title})
            save_routine(diary, copy)

        diary = self._page.diary
        fields = [
            Field("name", "Name", "a short word that you type in commands: evening", parse_name, needed=True),
            Field("title", "Title", "the name on the screen; up to 40 characters", str),
        ]

        def copied(parsed: Parsed | None) -> None:
            """Select the copy."""
            names = [routine.name for routine in load_routines(diary)] if parsed else []
            done(*(at for at, name in enumerate(names) if parsed and name == parsed["name"]))

        self._page.app.push_screen(
            Form(DraftOf(f"copy {routine.name}"), f"A copy of {routine.title}", fields, save), copied
        )

    def _steps(self, routine: Routine, done: Callable[[], None]) -> None:
        from heeldiary.tui.dialogs.field import Parsed
        from heeldiary.tui.dialogs.form import Form
        from heeldiary.tui.routine.forms import step_fields, step_shape
        from heeldiary.tui.routine.steps import RoutineSteps, Shape

        diary, name = self._page.diary, routine.name

        def steps() -> list[Shape]:
            shapes: list[Shape] = routine_shape(find_routine(diary, name))["step"]
            return shapes

        def words(shape: Shape) -> str:
            step = find_routine(diary, name).steps[steps().index(shape)]
            return f"{step.description.title}, {format_step(step)}"

        def keep(shapes: list[Shape]) -> None:
            shape = routine_shape(find_routine(diary, name))
            save_routine(diary, routine_from_shape({**shape, "step": shapes}))

        def try_keep(shapes: list[Shape]) -> bool:
            try:
                keep(shapes)
            except Problem as problem:
                dialog.tell(problem)
                return False
            return True

        def edit(at: int) -> None:
            shapes = steps()
            before: Shape = shapes[at] if at < len(shapes) else {}

            def save(parsed: Parsed) -> None:
                keep([*shapes[:at], step_shape(parsed, before), *shapes[at + 1 :]])

            title = f"Step {at + 1} of {routine.title}"
            form = Form(DraftOf(f"step {name} {at}", is_change=bool(before)), title, step_fields(before), save)
            self._page.app.push_screen(form, lambda parsed: dialog.fill(at if parsed else None))

        dialog = RoutineSteps(f"The steps of {routine.title}", steps, try_keep, edit, words)
        self._page.app.push_screen(dialog, lambda _: done())

    def _about(self, routine: Routine, done: Callable[[], None]) -> None:
        from heeldiary.tui.dialogs.field import Parsed
        from heeldiary.tui.dialogs.form import Form
        from heeldiary.tui.routine.forms import routine_fields, whole_shape

        whole = find_routine(self._page.diary, routine.name)

        def save(parsed: Parsed) -> None:
            save_routine(self._page.diary, routine_from_shape(whole_shape(whole, parsed)))

        form = Form(
            DraftOf(f"routine {routine.name}", is_change=True),
            f"The routine {routine.name}",
            routine_fields(whole),
            save,
        )
        self._page.app.push_screen(form, lambda _: done())

    def _text(self, routine: Routine, done: Callable[[], None]) -> None:
        from heeldiary.tui.dialogs.note import NoteDialog

        diary, name = self._page.diary, routine.name

        def save(words: str) -> None:
            save_routine(diary, read_toml_of(name, words), words)

        before = clean(routine_toml(diary, name))[0]
        dialog = NoteDialog(DraftOf(f"toml {name}", is_change=True), f"The routine {name}, as text", before, save)
        dialog.add_class("-tall")
        self._page.app.push_screen(dialog, lambda _: done())

    def _plan(self, routine: Routine, done: Callable[[], None]) -> None:
        from heeldiary.tui.dialogs.field import Field, Parsed
        from heeldiary.tui.dialogs.form import Form

        diary, today = self._page.diary, self._page.diary.today()
        standing_plan = next(
            (standing for standing in load_standings(diary, today) if standing.plan.routine == routine.name), None
        )

        def save(parsed: Parsed) -> None:
            if standing_plan is not None and parsed["days"] == (standing_plan.plan.days, standing_plan.plan.times):
                return  # from the plan's first day
            if parsed["days"] is not None:
                save_plan(diary, routine.name, *parsed["days"])
            elif standing_plan is not None:
                drop_plan(diary, routine.name)

        hint = "daily; mon wed fri; every 2 days; daily, 3 times; empty for no plan"
        field = Field("days", "Days", hint, parse_days, standing_plan.plan.words if standing_plan else "")
        self._page.app.push_screen(
            Form(DraftOf(f"plan {routine.name}", is_change=True), f"Plan {routine.title}", [field], save),
            lambda _: done(),
        )

    def _pause(self, _: Routine, done: Callable[[], None]) -> None:
        from heeldiary.tui.dialogs.field import Field, Parsed
        from heeldiary.tui.dialogs.form import Form

        diary = self._page.diary
        today = diary.today()
        if any(pause.first <= today <= pause.last for pause in load_pauses(diary)):
            self._page.change(lambda: end_pauses(diary, today), lambda _: done())
            return

        def day(typed: str) -> object:
            day = parse_coming_day(typed, today)
            if day < today:
                raise BadInput("that day is past", "give today or a later day")
            return day

        def save(parsed: Parsed) -> None:
            save_pause(diary, make_pause(diary.today(), parsed["last"], parsed["note"] or ""))

        fields = [
            Field("last", "Until", "2026-12-01, sun or 2w: until then plans do not count", day, needed=True),
            Field("note", "Why", "illness, travel; a few words, or none", str),
        ]
        self._page.app.push_screen(Form(DraftOf("pause"), "Pause all plans from today", fields, save), lambda _: done())

    def _delete(self, routine: Routine, done: Callable[[], None]) -> None:
        self._page.change(lambda: delete_routine(self._page.diary, routine.name), lambda _: done())
