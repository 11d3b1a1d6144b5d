"""From which day the weeks of a pilot are counted (EXPERIENCE: Tuesdays)."""

from __future__ import annotations

from datetime import date

from bot.readiness.facts import Fact, FactKind, Record
from bot.readiness.live import Life
from bot.readiness.rhythm.grid import Anchor, first_asking_day
from bot.readiness.rules import people
from bot.readiness.states import State

TUESDAY = 1


def anchor_of(record: Record, state: State, life: Life, weekday: int = TUESDAY) -> Anchor | None:
    """The anchor by what stands (``state`` and ``life`` of one moment). None: nobody is to be asked, since the pilot is
    retired or no owner with an active account has accepted. ``weekday`` is the asking one (Monday 0).

    Before live it is the day on which the present owner accepted. From live it is the latest of: live, the owner's
    acceptance (a hand-over), a lapsed check-in, a change. Confirmations and late answers move nothing.
    """
    accepted = people.acceptance(state, people.OWNER)
    if accepted is None or life.retired or not state.is_active(accepted.by):
        return None
    if life.live is None:
        return Anchor(record.day(accepted.at), live=False)
    firm = max(fact.at for fact in (life.live, accepted, *_lapsed(state)))
    return _moved(Anchor(record.day(firm), live=True), [record.day(fact.at) for fact in state.changes], weekday)


def _lapsed(state: State) -> list[Fact]:
    return [fact for fact in state.checkins if fact.kind is FactKind.CHECKIN_LAPSED]


def _moved(anchor: Anchor, changes: list[date], weekday: int) -> Anchor:
    """The anchor after the changes (oldest first). One up to the day of week 1's question moves nothing, else a pilot
    that changes every day would put that question off for ever."""
    for day in changes:
        if day > first_asking_day(anchor, weekday):
            anchor = Anchor(day, anchor.live)
    return anchor
