"""Moving a pilot to another channel."""

from __future__ import annotations

from bot.readiness.facts import FactKind
from bot.records import posts
from bot.records.tables import Pilot
from bot.work import habits, say, shipping
from bot.work.changes import thread_anew
from bot.work.desk import Desk
from bot.work.names import wrong_name
from bot.work.places import may_pick
from bot.work.results import Done, Refusal, Result


def move(desk: Desk, pilot: Pilot, by: str, channel: str) -> Result:
    """Move the pilot to another channel: a new card and thread there, the old one says where it went."""
    if channel == pilot.channel:
        return Refusal("already_there")
    refused = may_pick(desk, channel, by) or wrong_name(desk, channel, pilot.name, but=pilot.id)
    if refused is not None:
        return refused
    fact = desk.note(pilot, FactKind.MOVED, by, values={"from": pilot.channel, "to": channel})
    assert pilot.id is not None
    posts.leave_thread(desk.session, desk.team, pilot.id, str(fact.id))
    left, pilot.channel, pilot.root_ts, pilot.hold = pilot.channel, channel, "", ""
    desk.session.add(pilot)
    habits.came_to(desk, pilot)
    say.moved_card(desk, pilot, str(fact.id), left)
    thread_anew(desk, pilot)
    shipping.ask_in_new_thread(desk, pilot)
    return Done("moved", {"channel": channel})
