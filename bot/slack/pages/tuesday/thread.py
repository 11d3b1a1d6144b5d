"""What the thread hears: a lapse, somebody who offers to take it, the launch radar, the boring line (COPY 8)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.readiness.facts import Fact, FactKind
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Message, bold, escape
from bot.slack.pages.shape import note
from bot.slack.pages.tuesday import buttons
from bot.slack.pages.words.checks import CHECKS, counted
from bot.slack.pages.words.dates import day, iso_day
from bot.slack.pages.words.people import joined, people, person, pilot_name, short
from bot.work.view import View


def lapse(view: View, fact: Fact, was_ready: bool) -> Message:
    """Nobody confirmed that it is theirs: since when, who was asked in turn, and what mends it."""
    since = _mended(view, fact)
    if since is not None:
        return note(since)
    head = bold(f"{pilot_name(view)} has no confirmed owner at the moment.")
    not_met = "The Owner check is therefore not met until one person says yes; the system itself runs on untouched."
    ready = " It is no longer ready." if was_ready else ""
    text = f"{head}{ready} {_stayed_open(view, fact)} {not_met}"
    made = note(text, buttons.own_it(view), presses.ask_someone(view, "ownership"))
    return Message(text=made.text, blocks=made.blocks, broadcast=was_ready)


def _stayed_open(view: View, fact: Fact) -> str:
    """The question of which day, who was asked in turn, and who could not be asked."""
    asked, skipped = ([person(view, user) for user in _users(fact, key)] for key in ("asked", "skipped"))
    since = fact.values.get("since")
    on = iso_day(since, view.today) if since else day(view.record.day(fact.at), view.today)
    were = "was asked" if len(asked) == 1 else "were asked in turn"
    could_not = f"; {joined(skipped)} could not be asked" if skipped else ""
    return f"The question of {escape(on)} stayed open; {joined(asked)} {were}{could_not}."


def _users(fact: Fact, key: str) -> list[str]:
    told = fact.values.get(key)
    return [str(user) for user in told.get("users", [])] if isinstance(told, Mapping) else []


def _mended(view: View, fact: Fact) -> str | None:
    """What settled it since; None while it is open."""
    later = [one for one in view.state.checkins if one.kind is FactKind.CHECKIN_CONFIRMED and one.at > fact.at]
    owner = standing.said_yes(view, "owner")
    if later:
        by, at = later[0].by, later[0].at
    elif owner is not None and owner.at >= fact.at:
        by, at = owner.by, owner.at
    else:
        return None
    since = day(view.record.day(at), view.today)
    return f"{bold(pilot_name(view))} has an owner again: {person(view, by)}, since {since}."


def offer(view: View, fact: Fact) -> Message:
    """The place of the owner, offered to somebody by direct message."""
    ended = ended_by(view, fact)
    if ended is not None:
        return note(_offer_ended(view, ended))
    by, owner = person(view, fact.by), person(view, standing.named(view, "owner"))
    head = bold(f"Will you take over {pilot_name(view)}?")
    text = (
        f"{head}\n{by} offers you the owner's place, and “no” is an ordinary answer. "
        "When it misbehaves, you decide what happens; on some Tuesdays I ask whether that is still so. "
        f"Until you say yes, {owner} stays its owner."
    )
    link = view.link(view.pilot.channel, view.pilot.root_ts)
    read = [presses.open_card(view, link, "Read the thread")] if link else []
    return note(
        text,
        buttons.offer_yes(view, fact.id),
        buttons.offer_no(view, fact.id),
        *read,
        small="Only your own press counts",
    )


def ended_by(view: View, fact: Fact) -> Fact | None:
    """The fact that ended an offer, None while it is open."""
    ends = (one for one in view.record.facts if one.kind is FactKind.OFFER_ENDED and one.values.get("offer") == fact.id)
    return next(ends, None)


def _offer_ended(view: View, ended: Fact) -> str:
    name, on = bold(pilot_name(view)), day(view.record.day(ended.at), view.today)
    how = ended.values.get("how")
    if how == "accepted":
        return f"You own {name} since {on}. On some Tuesdays I ask whether that is still so."
    if how == "declined":
        return f"You said no on {on}, about owning {name}. Thank you; nothing more is needed."
    if how == "expired":
        return f"The offer to own {name} stayed open and went back on {on}. Nothing is needed from you."
    return f"The offer to own {name} was taken back on {on}, so nothing is needed from you."


def offer_back(view: View, fact: Fact) -> Message:
    """An offer came back, for whoever made it and for the lead."""
    ended = ended_by(view, fact)
    user, name = person(view, str(fact.values.get("user"))), bold(pilot_name(view))
    owner = person(view, standing.named(view, "owner"))
    what = CAME_BACK.get(str(ended.values.get("how")) if ended else "", CAME_BACK["declined"])
    reason = str(ended.values.get("reason") or "") if ended else ""
    why = f" Their words: “{escape(short(reason, LONGEST))}”" if reason else ""
    return note(
        f"The offer to {user} to own {name} {what}. {owner} stays its owner.{why}",
        buttons.hand_over(view, "Offer it to someone else"),
        small="Only whoever offered it and the lead get to read this",
    )


CAME_BACK = {
    "declined": "came back with a no",
    "expired": "was open for five working days and came back",
    "left": "came back, since that account is no longer active",
}
LONGEST = 600
"""Characters of a reason."""


def offers_self(view: View, fact: Fact) -> Message:
    """Somebody offers to take it over; the owner or the lead agrees."""
    user, name = person(view, fact.by), bold(pilot_name(view))
    ended = ended_by(view, fact)
    if ended is not None:
        done = ended.values.get("how") == "accepted"
        return note(
            f"{user} owns {name} now."
            if done
            else f"{user} had offered to own {name}; that was settled in another way."
        )
    owner, lead = standing.named(view, "owner"), view.pilot.lead
    names = joined([person(view, one) for one in dict.fromkeys((owner, lead)) if one and one != fact.by], "or")
    return note(f"{user} offers to own {name}. {names} can agree.", buttons.agree_owner(view, fact.id))


def radar(view: View, on: date) -> Message | None:
    """Three weeks before the launch: what is not met, and who can change it."""
    blockers = view.verdict.blockers
    if not blockers:
        return None
    who = dict.fromkeys(user for gate in blockers for finding in gate.findings for user in finding.who[:1])
    names = joined([CHECKS[gate.key] for gate in blockers])
    are = "is" if len(blockers) == 1 else "are"
    can = f"; {people(view, who, most=3)} can change that" if who else ""
    left = counted((on - view.today).days, "day")
    text = f"Launch is in {left}, on {day(on, view.today)}. {names} {are} not met{can}."
    return note(text, presses.see_checks(view), buttons.new_date(view, "Move the date"))


def boring(view: View) -> Message:
    """Thirteen quiet weeks, said once."""
    name = bold(pilot_name(view))
    return note(
        f"Thirteen weeks live, and nobody had a reason to talk about {name}. That was the aim. I'll be quieter now."
    )
