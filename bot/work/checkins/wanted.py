"""Whether what was to be asked is still wanted when its moment has come."""

from __future__ import annotations

from collections.abc import Callable

from bot.readiness.rhythm.days import local_day
from bot.records import checkins, letters, pilots
from bot.records.tables import Ask
from bot.work import handover, people
from bot.work.authority import holder
from bot.work.checkins.lookups import lapse_of
from bot.work.desk import Desk
from bot.work.launching import is_planned, is_running
from bot.work.standing import Standing, standing_of


def still_wanted(desk: Desk, ask: Ask) -> bool:
    """Whether it is; else it is closed."""
    pilot = pilots.get(desk.session, desk.team, ask.pilot)
    wanted = pilot is not None and pilot.state == "open" and people.state_of(desk, ask.user) is people.FULL
    if wanted and pilot is not None and (ask.checkin is None or _is_open(desk, ask)):
        check = WANTED.get(ask.kind)
        if check is None or check(desk, standing_of(desk, pilot), ask):
            return True
    letters.end_ask(desk.session, ask, "closed")
    return False


def _is_open(desk: Desk, ask: Ask) -> bool:
    found = checkins.get(desk.session, desk.team, ask.checkin or 0)
    return found is not None and found.state == "open"


def _runs_out(desk: Desk, standing: Standing, ask: Ask) -> bool:
    del desk
    return lapse_of(standing, ask.key) is not None


def _launches(desk: Desk, standing: Standing, ask: Ask) -> bool:
    """Nobody is asked about a day that was moved, nor before it has come."""
    today = local_day(desk.now, people.zone_of(desk, ask.user))
    return is_planned(standing, ask.key) and ask.key <= today.isoformat()


def _ends(desk: Desk, standing: Standing, ask: Ask) -> bool:
    del desk
    return is_running(standing, ask.key)


def _left_open(desk: Desk, standing: Standing, ask: Ask) -> bool:
    """Whoever steps in is asked to take it over while nobody has, and the owner who left is not back."""
    del desk
    return not handover.stands(standing.state) and holder(standing.state, "backup") == ask.user


WANTED: dict[str, Callable[[Desk, Standing, Ask], bool]] = {
    "fact": _runs_out,
    "launch": _launches,
    "shipped_end": _ends,
    "left": _left_open,
}
"""What else must be so, by kind; what hangs on a check-in must be open."""
