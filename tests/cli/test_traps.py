"""The traps printed: pictures with words, or the words alone."""

from datetime import timedelta

from heeldiary.cli.context import CommandContext, Options
from heeldiary.cli.traps import print_traps
from heeldiary.domain.analysis.analysis import analyse
from heeldiary.domain.entries import Pain
from heeldiary.domain.traps.text import TITLES, panels
from heeldiary.store.diary import Diary
from heeldiary.store.recording import log
from heeldiary.store.weeks.observations import load_observations
from tests.runner import Stream
from tests.standing_clock import SeededBytes, StandingClock


def printed(diary: Diary, plain: bool) -> str:
    out = Stream()
    context = CommandContext(out, Stream(), Stream(), {}, StandingClock(), SeededBytes())
    context.options = Options(plain=plain)
    print_traps(analyse(load_observations(diary, "left")), "dusk", context)
    return out.getvalue()


def test_printed(diary: Diary) -> None:
    for day in range(60):
        log(diary, [Pain("left", "first-step", 3 + day * 7 % 5)], day=diary.today() - timedelta(days=day))
    told = panels(analyse(load_observations(diary, "left")).traps, 60)
    plain, drawn = printed(diary, plain=True), printed(diary, plain=False)
    assert "The worst of your first 8 weeks" in plain
    for panel in told:
        assert all(sentence in plain for sentence in panel.says)
        assert all(sentence in " ".join(drawn.split()) for sentence in panel.beneath)
    assert [line for line in drawn.splitlines() if line in TITLES] == [*TITLES]
    assert not set(plain) & set("┈━●◆■▀█░")


def test_up_to_a_day_nothing_later_counts(diary: Diary) -> None:
    for day in range(60):
        log(diary, [Pain("left", "first-step", 3 + day * 7 % 5)], day=diary.today() - timedelta(days=day))
    early = analyse(load_observations(diary, "left", diary.today() - timedelta(days=20)))
    log(diary, [Pain("left", "first-step", 10)], day=diary.today() - timedelta(days=3))
    assert analyse(load_observations(diary, "left", diary.today() - timedelta(days=20))) == early
