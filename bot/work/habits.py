"""``settings``: how a channel, or one pilot, wants to be asked; what is chosen holds from the next question on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from bot.readiness.rhythm.days import local_day
from bot.readiness.rhythm.window import Times
from bot.records import channels, checkins, habits, pilots
from bot.records.tables import CheckIn, Pilot
from bot.work import people
from bot.work.checkins.planning import plan_checkin, soon
from bot.work.checkins.ways import USUAL, ways_in, ways_of
from bot.work.desk import Desk
from bot.work.results import Done, Refusal, Result
from bot.work.standing import standing_of

DAY = timedelta(days=1)
HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(6, 17) for minute in (0, 30))
"""The hours to choose from: by day, and before a window closes."""
MOST_AT_ONCE = 20
"""Pilots that are planned anew before the answer; of more, the plan follows a moment later."""

Chosen = Mapping[str, Any]
"""Columns of ``Habits`` and what was chosen for them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a form opens with. For a pilot, None and "" say: as the channel."""

    weekday: int | None = None
    hour: str = ""
    cadence: str = ""
    reminders: bool | None = None
    zone: str = ""
    country: str = ""
    days_off: tuple[str, ...] = ()

    def kept(self) -> dict[str, Any]:
        """The same for a draft."""
        return {**asdict(self), "days_off": list(self.days_off)}


def may_set(desk: Desk, channel: str, user: str) -> Refusal | None:
    """A channel's habits are set by its full members and by admins, where the bot is in it too."""
    refused = people.not_full(desk, user)
    if refused is not None:
        return refused
    known = people.channel(desk, channel)
    if known is None or not known.joined:
        return Refusal("settings_without_bot", {"command": "/shipready settings"})
    if channels.has(desk.session, desk.team, channel, user) or people.is_admin(desk, user):
        return None
    return Refusal("not_your_channel", {"channel": channel})


def of_channel(desk: Desk, channel: str) -> Shown:
    """What holds in a channel."""
    row, ways = habits.of_channel(desk.session, desk.team, channel), ways_in(desk, channel)
    return Shown(
        weekday=ways.times.weekday,
        hour=f"{ways.times.at:%H:%M}",
        cadence=row.cadence or USUAL if row else USUAL,
        reminders=ways.times.reminders,
        zone=row.zone if row and row.zone else _shared_zone(desk, channel),
        country=row.country if row else "",
        days_off=tuple(row.days_off) if row else (),
    )


def _shared_zone(desk: Desk, channel: str) -> str:
    """The zone that all pilots of a channel have; "" where they differ or there is none."""
    zones = {pilot.zone for pilot in pilots.in_channel(desk.session, desk.team, channel)}
    return zones.pop() if len(zones) == 1 else ""


def of_pilot(desk: Desk, pilot: Pilot) -> Shown:
    """What a pilot has of its own."""
    row = habits.of_pilot(desk.session, desk.team, pilot.id or 0)
    return Shown(row.weekday, row.hour, row.cadence, row.reminders) if row else Shown()


def zone_for(desk: Desk, channel: str, user: str) -> str:
    """The zone of a pilot's dates: its channel's where one is set, else that of ``user``."""
    row = habits.of_channel(desk.session, desk.team, channel)
    return row.zone if row and row.zone else people.zone_of(desk, user)


def set_channel(desk: Desk, channel: str, user: str, chosen: Chosen) -> Result:
    """Keep what was chosen for a channel; what is not among it stays. Every pilot of the channel is planned anew."""
    refused = may_set(desk, channel, user)
    if refused is not None:
        return refused
    here = pilots.in_channel(desk.session, desk.team, channel)
    zone = chosen.get("zone") or people.zone_of(desk, user)
    habits.put(desk.session, desk.team, channel, 0, **_since(desk, zone, chosen))
    for pilot in here if chosen.get("zone") else ():
        pilot.zone = zone
        desk.session.add(pilot)
    desk.session.flush()
    return _saved(desk, here, ways_in(desk, channel).times)


def set_pilot(desk: Desk, pilot: Pilot, chosen: Chosen) -> Result:
    """Keep what was chosen for one pilot; None and "" say: as its channel."""
    habits.put(desk.session, desk.team, "", pilot.id or 0, **_since(desk, pilot.zone, chosen))
    return _saved(desk, [pilot], ways_of(desk, pilot).times)


def came_to(desk: Desk, pilot: Pilot) -> None:
    """The pilot is in another channel now: from tomorrow it is asked as people are asked there."""
    shared = habits.of_channel(desk.session, desk.team, pilot.channel)
    pilot.zone = shared.zone if shared and shared.zone else pilot.zone
    desk.session.add(pilot)
    habits.put(desk.session, desk.team, "", pilot.id or 0, since=local_day(desk.now, pilot.zone) + DAY)
    soon(desk, pilot)


def _since(desk: Desk, zone: str, chosen: Chosen) -> dict[str, Any]:
    """Another day or cadence holds from tomorrow: what the new grid would have had before was never to be asked."""
    moves = "weekday" in chosen or "cadence" in chosen
    return {**chosen, "since": local_day(desk.now, zone) + DAY} if moves else dict(chosen)


def _saved(desk: Desk, here: Sequence[Pilot], times: Times) -> Done:
    """What holds from now on, and when the next question comes, as far as that is planned already."""
    living = [pilot for pilot in here if pilot.state == "open"]
    for pilot in living:
        soon(desk, pilot)
    values = {"weekday": times.weekday, "at": f"{times.at:%H:%M}"}
    if len(living) > MOST_AT_ONCE:
        return Done("habits_saved", values)
    coming = [planned for pilot in living if (planned := _planned(desk, pilot))]
    if not coming:
        return Done("habits_saved_nobody", values)
    first = min(coming, key=lambda planned: planned.next_at or desk.now)
    on = local_day(first.next_at or desk.now, people.zone_of(desk, first.owner))
    return Done("habits_saved_next", {**values, "on": on})


def _planned(desk: Desk, pilot: Pilot) -> CheckIn | None:
    """The question that comes next, planned by what holds now; None where there is nobody to ask."""
    plan_checkin(desk, pilot, standing_of(desk, pilot))
    return checkins.in_state(desk.session, desk.team, pilot.id or 0, "planned")
