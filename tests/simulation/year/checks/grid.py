"""Exactly one check-in for each pilot and period of the grid, and none for a day that is not on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile

from bot.readiness.live import life_of
from bot.readiness.numbers import Numbers
from bot.readiness.rhythm.anchor import anchor_of
from bot.readiness.rhythm.days import moment
from bot.readiness.rhythm.grid import CADENCES, Anchor, asking_days
from bot.readiness.rules import people as model
from bot.readiness.state import state_of
from bot.readiness.verdict import verdict
from tests.simulation.year.books import Books
from tests.simulation.year.cast import BEGIN
from tests.simulation.year.diary import Diary
from tests.simulation.year.places import Place

DAY, TUESDAY = timedelta(days=1), 1
SETTLED = timedelta(hours=40)
"""Where nothing changed for so long before the hour of a question, nobody can argue about whether it was due."""
MARGIN = timedelta(days=6)
"""A period this close to the end may not have had its time."""


@dataclass(frozen=True, slots=True)
class Due:
    """From what the grid was counted at a moment: the anchor, and who owned it then."""

    anchor: Anchor | None
    owner: str


def wrong(kept: Books, diary: Diary, places: dict[int, Place], end: datetime) -> Iterator[str]:
    """Periods with no check-in, with two, and check-ins without a period."""
    for pilot, place in places.items():
        rows = [row for row in kept.checkins if row["pilot"] == pilot and row["state"] != "planned"]
        asked = [row for row in rows if row["why"] != "nobody"]  # else it was nobody's, and is on no grid
        stored = Counter(row["period"] for row in asked if not row["period"].startswith("now"))
        for day in _tuesdays(end):
            yield from _on(kept, diary, pilot, place, day, stored.pop(day.isoformat(), 0))
        odd = [period for period in stored if date.fromisoformat(period).weekday() != TUESDAY]
        yield from (f"pilot {pilot} has a check-in for {period}, which is no Tuesday" for period in odd)


def _tuesdays(end: datetime) -> Iterator[date]:
    first = BEGIN.date() + DAY
    yield from takewhile(lambda day: day < (end - MARGIN).date(), (first + 7 * DAY * count for count in range(1000)))


def _on(kept: Books, diary: Diary, pilot: int, place: Place, day: date, stored: int) -> Iterator[str]:
    if stored > 1:
        yield f"pilot {pilot} has {stored} check-ins for {day}"
    before, after = (due_at(kept, pilot, at) for at in _around(day))
    if before != after or _moved(diary, before.owner, day):
        return  # somebody changed something in these days: either may be right
    expected = is_due(before.anchor, place, day)
    if expected and not stored:
        yield f"pilot {pilot} ({before.owner}) has no check-in for {day}, {before.anchor}"
    if stored and not expected and not _warned(kept, pilot, before.owner, day):
        yield f"pilot {pilot} ({before.owner}) has a check-in for {day}, which is not on its grid, {before.anchor}"


def _around(day: date) -> tuple[datetime, datetime]:
    """Long before the question, and when the last hour at which it could be asked is over."""
    begin = moment(day, time(10), "Pacific/Kiritimati")
    return begin - SETTLED, moment(day + 3 * DAY, time(17), "Pacific/Pago_Pago")


def due_at(kept: Books, pilot: int, at: datetime) -> Due:
    """From what the grid was counted at ``at``."""
    record = kept.record(pilot, before=at)
    state, life = state_of(record, at), life_of(record, at, Numbers())
    accepted = model.acceptance(state, model.OWNER)
    return Due(anchor_of(record, state, life), accepted.by if accepted else "")


def is_due(anchor: Anchor | None, place: Place, day: date) -> bool:
    """Whether the day is one of the grid's."""
    if anchor is None:
        return False
    return day in set(takewhile(lambda one: one <= day, asking_days(anchor, CADENCES[place.cadence], TUESDAY)))


def _moved(diary: Diary, owner: str, day: date) -> bool:
    noon = moment(day, time(12), "UTC")
    return diary.moved_near(owner, noon, 2 * DAY)


def _warned(kept: Books, pilot: int, owner: str, day: date) -> bool:
    """Whether the owner was to be warned of something when they were asked, which makes any Tuesday an asking one."""
    asked = [row["asked_at"] for row in kept.checkins if row["pilot"] == pilot and row["period"] == day.isoformat()]
    record = kept.record(pilot, before=asked[0] or moment(day, time(10), "UTC"))
    lapses = [lapse for on in (day - DAY, day) for lapse in verdict(record, on).lapses]
    return any(lapse.who[:1] == (owner,) and lapse.warns <= day for lapse in lapses)
