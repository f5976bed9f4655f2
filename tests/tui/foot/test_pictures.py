"""What is said of each area on the map of the foot, and the map as it is drawn, without an app."""

from collections.abc import Callable

from heeldiary.charts.foot.areas import area_at, areas_in_view
from heeldiary.charts.foot.foot import Mark
from heeldiary.charts.foot.outlines import VIEWS
from heeldiary.domain.areas import AREAS
from heeldiary.tui.foot.foot_map import FootMap
from heeldiary.tui.foot.pointed_area import FootLook
from heeldiary.tui.routine.page import RoutinePage
from tests.tui.pictures import drawn, worded
from tests.tui.stage import NORMAL, Stage

Snapshot = Callable[[str, str], None]


def test_what_is_known_of_each_area(snapshot: Snapshot) -> None:
    look = FootLook()
    assert worded(look.words("left", (), 50)) == ""
    seen = []
    for spot in AREAS:
        look.spot = spot
        seen += [
            worded(look.words("left", (), 50)),
            worded(look.words("left", (spot,), 49)),
            worded(look.words("left", ("x",), 30)),
        ]
    snapshot("foot-areas", "\n\n".join(seen))


def test_the_map_is_turned_and_the_area_stays_where_it_can_be_seen() -> None:
    look = FootLook()
    look.move("left", "up")
    spots = [look.spot]
    for point in ("shimian", "no point"):
        look.begin("sole", point)
        spots.append(look.spot)
    assert spots == [None, "heel-centre", areas_in_view("sole")[0]]
    look.move("left", "down")
    seen = []
    for _ in VIEWS:
        look.turn()
        seen.append((look.view, look.spot))
    assert [view for view, _ in seen] == [*VIEWS[1:], VIEWS[0]]
    assert all(spot in areas_in_view(view) for view, spot in seen)
    here = dict(seen)
    look.move("left", "up")
    moved = look.spot
    for _ in VIEWS:
        look.turn()
    assert look.spot == moved, "each side remembers where one was"
    assert here[VIEWS[0]] in areas_in_view(VIEWS[0])
    look.leave()
    assert look.spot is None


def test_the_map(snapshot: Snapshot) -> None:
    seen = []
    for view in VIEWS:
        foot_map = FootMap()
        foot_map._view, foot_map._foot = view, "right"
        foot_map._sore, foot_map._cursor = areas_in_view(view)[:1], areas_in_view(view)[-1]
        seen.append(drawn(foot_map, 30, 16))
    foot_map._marks, foot_map._frame = (Mark("ki1", "active"), Mark("heel", "done")), 1
    foot_map._view, foot_map._braille = "sole", False
    snapshot("widget-foot", "\n\n".join([*seen, drawn(foot_map, 30, 16)]))


async def test_an_area_is_clicked(stage: Stage) -> None:
    stage.answered()
    async with stage.play(NORMAL, "routine") as play:
        page = play.app.page
        assert isinstance(page, RoutinePage)
        region = page.query_one(FootMap).region
        places = [(x, y) for y in range(1, region.height, 2) for x in range(region.width)]
        areas = {area_at("sole", "left", *region.size, x, y): (x, y) for x, y in places}
        x, y = areas.pop(None)
        await play.click_at(region.x + x, region.y + y)
        assert page.map.spot is None
        for spot, (x, y) in [*areas.items()][:3]:
            await play.click_at(region.x + x, region.y + y)
            assert (page.map.view, page.map.spot) == ("sole", spot)
        await play.press("v")
        x, y = next(place for place in places if area_at(page.map.view, "left", *region.size, *place) is not None)
        await play.click_at(region.x + x, region.y + y)
        assert page.map.view != "sole", "the side that is shown stays"
        await play.press("escape", "space")
        await play.massage(5 + 3)
        await play.click_at(region.x + areas["arch"][0], region.y + areas["arch"][1])
        await play.press("h")
        assert play.said == "Arch, left foot: it hurts here today."
