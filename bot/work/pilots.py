"""A pilot's life: start, details, rename, move, lead, retire, reopen. Nothing is ever deleted."""

from __future__ import annotations

import unicodedata
from datetime import date

from bot.readiness.facts import FactKind, Value
from bot.records import channels, pilots, posts
from bot.records.tables import Pilot
from bot.work import people, say
from bot.work.changes import after_change
from bot.work.desk import Desk
from bot.work.interview import order
from bot.work.results import Done, Refusal, Result

NAME_LENGTH = 80


def name_key(name: str) -> str:
    """What names are compared by: compatibility form, no case, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def clean_name(name: str) -> str:
    """A name as it is kept: control and invisible characters out, single spaces."""
    shown = "".join(letter for letter in name if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return " ".join(shown.split())


def wrong_name(desk: Desk, channel: str, name: str, but: int | None = None) -> Refusal | None:
    """Why the name cannot be taken in this channel; None when it can."""
    if not name:
        return Refusal("name_missing")
    if len(name) > NAME_LENGTH:
        return Refusal("name_too_long", {"length": len(name), "most": NAME_LENGTH})
    taken = pilots.by_name_key(desk.session, desk.team, channel, name_key(name))
    return Refusal("name_taken", {"pilot": taken.id, "name": taken.name}) if taken and taken.id != but else None


def may_start(desk: Desk, channel: str, by: str) -> Refusal | None:
    """Who may start a pilot where: full members, in channels that are not shared with other companies or archived."""
    refused = people.not_full(desk, by)
    known = people.channel(desk, channel)
    if refused is None and known is not None:
        if known.shared:
            return Refusal("shared_channel")
        if known.archived:
            return Refusal("archived_channel")
    return refused


def start(
    desk: Desk,
    channel: str,
    by: str,
    name: str,
    *,
    purpose: str = "",
    builder: dict[str, Value] | None = None,
    launch_on: date | None = None,
) -> tuple[Pilot | None, Result]:
    """Open a pilot in a channel; its builder is the starter until changed.

    Where the bot is not in the channel yet, the pilot waits and its thread is posted when it is invited.
    """
    name = clean_name(name)
    refused = may_start(desk, channel, by) or wrong_name(desk, channel, name)
    if refused is not None:
        return None, refused
    known = channels.get(desk.session, desk.team, channel)
    pilot = pilots.add(
        desk.session,
        Pilot(
            team=desk.team,
            channel=channel,
            name=name,
            name_key=name_key(name),
            purpose=purpose,
            lead=by,
            zone=people.zone_of(desk, by),
            launch_on=launch_on,
            hold="waiting" if known is not None and not known.joined else "",
            started_at=desk.now,
        ),
    )
    made_by: dict[str, Value] = builder or {"user": by}
    desk.note(pilot, FactKind.SAVED, by, group="builder", values=made_by, source="command")
    if launch_on:
        desk.note(pilot, FactKind.LAUNCH, by, values={"on": launch_on.isoformat()}, source="form")
    say.card(desk, pilot)
    order.begin(desk, pilot)
    return pilot, Done("waiting" if pilot.hold else "started", {"pilot": pilot.name})


def change_details(
    desk: Desk, pilot: Pilot, by: str, name: str, purpose: str, builder: dict[str, Value], launch_on: date | None
) -> Result:
    """*Change details*: name, purpose, builder and planned launch."""
    name = clean_name(name)
    refused = wrong_name(desk, pilot.channel, name, but=pilot.id)
    if refused is not None:
        return refused
    if name != pilot.name:
        rename(desk, pilot, by, name)
    pilot.purpose = purpose
    if builder:
        desk.note(pilot, FactKind.SAVED, by, group="builder", values=builder, source="form")
    if launch_on != pilot.launch_on:
        _move_launch(desk, pilot, by, launch_on)
    desk.session.add(pilot)
    after_change(desk, pilot)
    return Done("details_saved")


def _move_launch(desk: Desk, pilot: Pilot, by: str, launch_on: date | None) -> None:
    before = pilot.launch_on
    pilot.launch_on = launch_on
    fact = desk.note(
        pilot, FactKind.LAUNCH, by, values={"on": launch_on.isoformat() if launch_on else None}, source="form"
    )
    if before is not None:
        say.in_thread(desk, pilot, "event", str(fact.id), once=True)


def rename(desk: Desk, pilot: Pilot, by: str, name: str) -> Result:
    """Give the pilot another name."""
    name = clean_name(name)
    refused = wrong_name(desk, pilot.channel, name, but=pilot.id)
    if refused is not None:
        return refused
    fact = desk.note(pilot, FactKind.RENAMED, by, values={"from": pilot.name, "to": name})
    pilot.name, pilot.name_key = name, name_key(name)
    desk.session.add(pilot)
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    after_change(desk, pilot)
    return Done("renamed", {"pilot": name})


def move(desk: Desk, pilot: Pilot, by: str, channel: str) -> Result:
    """Move the pilot to another channel: a new card and thread there, the old one says where it went."""
    known = people.channel(desk, channel)
    if channel == pilot.channel:
        return Refusal("already_there")
    refused = may_start(desk, channel, by) or wrong_name(desk, channel, pilot.name)
    if refused is not None:
        return refused
    if known is None or not known.joined:
        return Refusal("not_in_target", {"channel": channel})
    fact = desk.note(pilot, FactKind.MOVED, by, values={"from": pilot.channel, "to": channel})
    assert pilot.id is not None
    posts.leave_thread(desk.session, desk.team, pilot.id, str(fact.id))
    left, pilot.channel, pilot.root_ts, pilot.hold = pilot.channel, channel, "", ""
    desk.session.add(pilot)
    say.moved_card(desk, pilot, str(fact.id), left)
    say.card(desk, pilot)
    if pilot.question:
        say.in_thread(desk, pilot, "question", pilot.question)
    if pilot.floor:
        say.in_thread(desk, pilot, "floor")
    return Done("moved", {"channel": channel})


def lead(desk: Desk, pilot: Pilot, by: str, user: str) -> Result:
    """Make somebody else the lead."""
    if people.state_of(desk, user) is not people.FULL:
        return Refusal("role_needs_member", {"user": user, "role": "lead"})
    fact = desk.note(pilot, FactKind.LEAD, by, values={"user": user})
    pilot.lead = user
    desk.session.add(pilot)
    say.in_thread(desk, pilot, "event", str(fact.id), once=True)
    after_change(desk, pilot)
    return Done("lead_changed", {"user": user})


def retire(desk: Desk, pilot: Pilot, by: str, why: str = "") -> Result:
    """Nothing is asked about it any more, for the reason ``why`` if one is given; nothing is deleted."""
    if pilot.state == "retired":
        return Done("already_retired")
    fact = desk.note(pilot, FactKind.RETIRED, by, values={"why": why} if why else {})
    pilot.state = "retired"
    return _lived(desk, pilot, fact.id, Done("retired"))


def reopen(desk: Desk, pilot: Pilot, by: str) -> Result:
    """Take a retired pilot up again, where it stopped."""
    if pilot.state != "retired":
        return Done("not_retired")
    taken = wrong_name(desk, pilot.channel, pilot.name, but=pilot.id)
    if taken is not None:
        return taken
    fact = desk.note(pilot, FactKind.REOPENED, by)
    pilot.state = "open"
    return _lived(desk, pilot, fact.id, Done("reopened"))


def incident(desk: Desk, pilot: Pilot, by: str, what: str, since: str, light: str) -> Result:
    """Something went wrong: what, since when (ISO date), and how it came to light."""
    fact = desk.note(pilot, FactKind.INCIDENT, by, values={"what": what, "since": since, "light": light}, source="form")
    return _lived(desk, pilot, fact.id, Done("incident_noted"))


def _lived(desk: Desk, pilot: Pilot, fact: int | None, done: Done) -> Result:
    desk.session.add(pilot)
    say.in_thread(desk, pilot, "event", str(fact), once=True)
    after_change(desk, pilot)
    return done
