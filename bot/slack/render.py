"""From a notice to its message: which page says it, made from the facts of this moment. One line per kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.readiness.facts import FactKind
from bot.records import leavers, letters, members, pilots
from bot.records.tables import Notice
from bot.slack.office import Office
from bot.slack.pages import acceptance, card, floor, held, home, question, reading, record, thread_lines, verdict
from bot.slack.pages.blocks import Message
from bot.slack.pages.tuesday import leaver
from bot.slack.pages.tuesday import letter as tuesday_letter
from bot.slack.pages.tuesday import thread as tuesday_thread
from bot.work import departures
from bot.work.authority import holder
from bot.work.checkins.letter_view import letter_view
from bot.work.desk import Desk
from bot.work.find import seen_by
from bot.work.roles import is_asked, named_by, proposal
from bot.work.view import View
from bot.work.views import view_of

Page = Callable[[View, list[str]], Message | None]


def render(office: Office, notice: Notice) -> Message | None:
    """What the notice says now; None when there is nothing to say any more."""
    with office.store.read() as session:
        desk = Desk(session, notice.team, office.clock.now(), office.pace)
        if notice.kind == "reaction":
            return Message(text="", blocks=[], reaction=notice.key.split(":")[1])
        if notice.kind == "home":
            return _home(desk, notice.channel)
        if notice.kind == "letter":
            return _letter(desk, int(notice.key), office.address)
        if notice.kind == departures.KIND:
            return _leaver(desk, int(notice.key), office.address)
        pilot = pilots.get(session, notice.team, notice.pilot) if notice.pilot else None
        if pilot is None:
            return None
        view = replace(view_of(desk, pilot), address=office.address)
        return PAGES[notice.kind](view, notice.key.split(":"))


def _home(desk: Desk, user: str) -> Message:
    views = [view_of(desk, pilot) for pilot in seen_by(desk, user)]
    return home.home(views, user, members.names(desk.session, desk.team, [user]).get(user, ""))


def _letter(desk: Desk, number: int, address: str) -> Message | None:
    found = letters.get(desk.session, desk.team, number)
    return tuesday_letter.letter(letter_view(desk, found, address)) if found else None


def _leaver(desk: Desk, number: int, address: str) -> Message | None:
    """The message about somebody who left, which is about all their pilots of a channel."""
    found = leavers.get(desk.session, desk.team, number)
    return leaver.leaver(departures.leaver_of(desk, found, address)) if found else None


def _acceptance(view: View, key: list[str]) -> Message | None:
    """The request to whom the role was proposed by a fact (key: role, fact id, and what tells a reminder apart)."""
    role, fact = key[0], view.facts.get(int(key[1]))
    named = named_by(view.record, fact, role) if fact is not None else ""
    if not named:
        return None
    asked = proposal(view.record, view.state, role)
    again = asked is not None and asked.id > int(key[1]) and holder(view.state, role) == named
    if again and is_asked(view.record, view.state, role):
        return acceptance.asked_anew(view)
    return acceptance.acceptance(view, role, named, view.link(view.pilot.channel, view.pilot.root_ts))


def _reading(view: View, key: list[str]) -> Message:
    """What was read (key: conversation, round); an earlier round only points to the last one."""
    last = view.questions[key[0]].round
    return reading.reading(view, key[0]) if int(key[1]) >= last else reading.read_again(key[0])


def _declined_to(view: View, key: list[str]) -> Message | None:
    """The no of a person, with the reason, for the proposer and the lead (key: role, fact of the proposal, reader)."""
    asked = view.facts.get(int(key[1]))
    named = named_by(view.record, asked, key[0]) if asked else ""
    said_no = [
        fact
        for fact in view.record.facts
        if fact.kind is FactKind.DECLINED and asked and fact.by == named and fact.id > asked.id
    ]
    return thread_lines.declined_to(view, key[0], said_no[-1]) if said_no else None


def _verdict(view: View, key: list[str]) -> Message | None:
    """What was to be said, unless it is no longer so."""
    kind, turned = key[0], [gate for gate in key[2].split(",") if gate]
    if (kind == "ready") != view.verdict.ready and kind in ("ready", "lost"):
        return None
    return verdict.verdict(view, kind, turned)


def _record(view: View, key: list[str]) -> Message:
    """The record as a file (key: its name, as it was when it was asked for)."""
    title = f"Readiness record of {view.pilot.name}"
    return Message(text=title, blocks=[], file=(f"{key[0]}.md", record.record(view).encode(), title))


PAGES: dict[str, Page] = {
    "card": lambda view, _: card.card(view),
    "held": lambda view, key: held.held(view, key[0]),
    "card_moved": lambda view, _: card.card_moved(view, view.pilot.channel),
    "question": lambda view, key: question.question(view, key[0]),
    "asked": lambda view, key: thread_lines.asked(view, key[0], key[1], view.questions[key[0]].asked_by),
    "asked_privately": lambda view, key: question.asked_privately(view, key[0], view.questions[key[0]].asked_by),
    "reading": _reading,
    "floor": lambda view, _: floor.floor(view),
    "verdict": _verdict,
    "acceptance": _acceptance,
    "declined": lambda view, key: thread_lines.declined(view, key[0]),
    "declined_to": _declined_to,
    "may_not_stop": lambda view, _: thread_lines.may_not_stop(view),
    "agree": lambda view, _: thread_lines.agree(view),
    "event": lambda view, key: thread_lines.event(view, view.facts[int(key[0])]),
    "shipped_anyway": lambda view, key: thread_lines.shipped_anyway(view, int(key[0]), directly=len(key) > 1),
    "record": _record,
    "lapse": lambda view, key: tuesday_thread.lapse(view, view.facts[int(key[0])], key[1:] == ["lost"]),
    "offer": lambda view, key: tuesday_thread.offer(view, view.facts[int(key[0])]),
    "offer_back": lambda view, key: tuesday_thread.offer_back(view, view.facts[int(key[0])]),
    "offers_self": lambda view, key: tuesday_thread.offers_self(view, view.facts[int(key[0])]),
    "radar": lambda view, key: tuesday_thread.radar(view, date.fromisoformat(key[0])),
    "boring": lambda view, _: tuesday_thread.boring(view),
}
"""Every kind of notice about a pilot (``work/say.py``); the key's parts are those its caller gave."""
