"""The buttons of letters and of what follows from them, one line each (docs/ids.md)."""

from __future__ import annotations

from collections.abc import Callable

from bot.readiness.facts import FactKind
from bot.records import facts, letters
from bot.records.tables import Ask, Letter
from bot.slack.incoming import is_number
from bot.slack.listeners.press import Button, Press
from bot.slack.outcome import Opens, Outcome
from bot.work import handover
from bot.work.authority import may_answer, may_lead
from bot.work.checkins import answers, asking_now, looking_up, lookups
from bot.work.desk import Desk
from bot.work.results import Refusal
from bot.work.views import current, record_of


def _on_letter(does: Callable[[Desk, Letter, str], Outcome]) -> Callable[[Desk, str, str], Outcome]:
    """A button whose value is a letter's number."""

    def pressed(desk: Desk, user: str, value: str) -> Outcome:
        letter = letters.get(desk.session, desk.team, int(value)) if is_number(value) else None
        return does(desk, letter, user) if letter is not None else Refusal("old_button")

    return pressed


def _on_ask(does: Callable[[Desk, Ask, str], Outcome]) -> Callable[[Press], Outcome]:
    """A button whose first argument is the number of something that was asked about the pilot."""

    def pressed(press: Press) -> Outcome:
        ask = letters.get_ask(press.desk.session, press.desk.team, _number(press))
        if ask is None or ask.pilot != press.pilot.id:
            return Refusal("old_button")
        return does(press.desk, ask, press.user)

    return pressed


def _number(press: Press) -> int:
    return int(press.arg()) if is_number(press.arg()) else 0


def _one_by_one(desk: Desk, letter: Letter, user: str) -> Outcome:
    """The letter's list, for its reader alone; a reminder has the number of the letter itself."""
    del desk
    if letter.user != user:
        return Refusal("only_the_person_asked", {"user": letter.user, "since": letter.day})
    return Opens("one_by_one", args={"letter": letter.id})


def _look_up(press: Press) -> Outcome:
    """The form of the fact that runs out: its row's where it stands in one, else the group's."""
    ask = letters.get_ask(press.desk.session, press.desk.team, _number(press))
    if ask is None or ask.pilot != press.pilot.id or ask.kind != lookups.KIND:
        return Refusal("old_button")
    group, row = ask.key.split("/")[:2]
    held = current(press.desk, record_of(press.desk, press.pilot)).groups[group].rows.get(row)
    if held is None:
        return Opens(f"form:{group}", press.pilot.id)
    return Opens(f"row:{group}", press.pilot.id, row=row, kind=str(held.value("kind") or ""))


def _away(desk: Desk, ask: Ask, user: str) -> Outcome:
    refused = answers.not_theirs(desk, ask, user)
    return refused or Opens("away", ask.pilot, args={"about": [str(ask.id)]})


def _change(press: Press) -> Outcome:
    refused = answers.not_their_checkin(press.desk, press.pilot, press.user, _number(press))
    return refused or Opens("change", press.pilot.id, args={"about": [press.arg()]})


def _hand_over(press: Press) -> Outcome:
    refused = handover.may_not_give(press.desk, press.pilot, press.user)
    return refused or Opens("hand_over", press.pilot.id)


def _own_it(press: Press) -> Outcome:
    """The button stands under a lapse, whose fact it names."""
    lapsed = facts.get(press.desk.session, press.desk.team, _number(press))
    if lapsed is None or lapsed.pilot != press.pilot.id or lapsed.kind != FactKind.CHECKIN_LAPSED.value:
        return Refusal("old_button")
    return handover.own_it(press.desk, press.pilot, press.user)


def _offer_no(press: Press) -> Outcome:
    record = record_of(press.desk, press.pilot)
    refused = handover.not_theirs(press.desk, press.pilot, record, press.user, _number(press))
    return refused or Opens("decline", press.pilot.id, args={"about": ["offer", press.arg()]})


LETTERS: dict[str, Callable[[Desk, str, str], Outcome]] = {
    "still_mine": _on_letter(answers.still_mine),
    "ask_later": _on_letter(answers.later),
    "undo_mine": _on_letter(answers.undo),
    "one_by_one": _on_letter(_one_by_one),
}
"""The buttons whose value is a letter's number; only its reader's press counts."""

TUESDAYS: dict[str, Button] = {
    "change": Button(_change, may=None),
    "one_still_mine": Button(lambda p: answers.one_still_mine(p.desk, p.pilot, p.user, _number(p)), may=None),
    "away": Button(_on_ask(_away), may=None),
    "take_on": Button(_on_ask(answers.take_on), may=None),
    "dont_know": Button(_on_ask(looking_up.dont_know), may=None),
    "look_up": Button(_look_up),
    "no_later_date": Button(_on_ask(looking_up.same), may=None),
    "hand_over": Button(_hand_over, may=None),
    "own_it": Button(_own_it),
    "offer_yes": Button(lambda p: handover.answer(p.desk, p.pilot, p.user, _number(p), yes=True), may=None),
    "offer_no": Button(_offer_no, may=None),
    "agree_owner": Button(lambda p: handover.agree(p.desk, p.pilot, p.user, _number(p)), may=None),
    "new_date": Button(lambda p: Opens("new_date", p.pilot.id), may=may_lead),
    "checkin_now": Button(lambda p: asking_now.ask_now(p.desk, p.pilot), may=may_answer),
}
"""The buttons whose value begins with a pilot's id."""
