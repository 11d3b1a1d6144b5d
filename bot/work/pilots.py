"""Opening a pilot: its card, its facts and its first question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.readiness.facts import FactKind, Value
from bot.records import pilots
from bot.records.tables import Pilot
from bot.work import habits, people, say
from bot.work.checkins.planning import soon
from bot.work.desk import Desk
from bot.work.interview import order
from bot.work.launch_day import is_over
from bot.work.names import clean_name, name_key, wrong_name
from bot.work.places import may_pick, may_start
from bot.work.results import Done, Refusal, Result


def start(
    desk: Desk,
    channel: str,
    by: str,
    name: str,
    *,
    purpose: str = "",
    builder: Mapping[str, Value] | None = None,
    launch_on: date | None = None,
    picked: bool = False,
) -> tuple[Pilot | None, Result]:
    """Open a pilot in a channel; its builder is the starter until changed.

    Where the bot is not in the channel yet, the pilot waits and its thread is posted when it is invited. ``picked``:
    the channel was chosen in the form, so that nothing says yet that the person is in it.
    """
    name = clean_name(name)
    refused = (may_pick if picked else may_start)(desk, channel, by) or wrong_name(desk, channel, name)
    if refused is None and is_over(desk, habits.zone_for(desk, channel, by), launch_on):
        refused = Refusal("launch_in_the_past", {"slot": "launch_on"})
    if refused is not None:
        return None, refused
    pilot = pilots.add(desk.session, _new(desk, channel, by, name, purpose, launch_on))
    _note(desk, pilot, by, builder or {"user": by})
    say.card(desk, pilot)
    order.begin(desk, pilot)
    soon(desk, pilot)
    return pilot, Done("waiting" if pilot.hold else "started", {"pilot": pilot.name})


def _new(desk: Desk, channel: str, by: str, name: str, purpose: str, launch_on: date | None) -> Pilot:
    known = people.channel(desk, channel)
    return Pilot(
        team=desk.team,
        channel=channel,
        name=name,
        name_key=name_key(name),
        purpose=purpose,
        launch_on=launch_on,
        lead=by,
        zone=habits.zone_for(desk, channel, by),
        hold="waiting" if known is not None and not known.joined else "",
        started_at=desk.now,
    )


def _note(desk: Desk, pilot: Pilot, by: str, builder: Mapping[str, Value]) -> None:
    """What was said at the start, as facts."""
    desk.note(pilot, FactKind.SAVED, by, group="builder", values=builder, source="command")
    if pilot.purpose:
        desk.note(pilot, FactKind.DETAILS, by, values={"purpose": pilot.purpose}, source="form")
    if pilot.launch_on:
        desk.note(pilot, FactKind.LAUNCH, by, values={"on": pilot.launch_on.isoformat()}, source="form")
