"""What a day's coin says, for the commands that show a day."""

from datetime import date

from heeldiary.store.diary import Diary


def coin_lines(diary: Diary, day: date) -> list[str]:
    """Return the line of the experiment that decides a day, indented; nothing without one."""
    if not diary.has_experiments():
        return []
    from heeldiary.domain.experiments.text import format_today  # most diaries have no experiment
    from heeldiary.store.experiments import on_day

    decided = on_day(diary, day)
    return [f"    {format_today(*decided)}"] if decided else []
