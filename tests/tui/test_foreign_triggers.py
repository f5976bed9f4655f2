"""Another program's trigger would alter what is saved: the app says so and saves nothing."""

from tests.store.connections import another
from tests.tui.stage import Stage

TRIGGER = "CREATE TRIGGER theirs AFTER INSERT ON pain BEGIN UPDATE pain SET score = 0 WHERE id = NEW.id; END"


async def test_a_digit(stage: Stage) -> None:
    stage.heeldiary.done("log", "left", "5")
    async with stage.play() as play:
        for _ in range(2):
            with another(stage.heeldiary.diary) as connection:
                connection.execute(TRIGGER)
            await play.press("7")
            assert "trigger theirs" in play.said
            assert stage.scores() == {"2026-11-22": 5}
            with another(stage.heeldiary.diary) as connection:
                connection.execute("DROP TRIGGER theirs")
        await play.press("7")
        assert stage.scores() == {"2026-11-22": 7}
