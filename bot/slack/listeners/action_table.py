"""The buttons of messages, one line each: who may press them, and what they do (docs/ids.md)."""

from __future__ import annotations

from collections.abc import Callable

from bot.readiness.slots import GROUPS
from bot.slack import showing
from bot.slack.incoming import is_number
from bot.slack.listeners.habits_table import HABITS
from bot.slack.listeners.leaving_table import LEAVING
from bot.slack.listeners.press import Button, Press
from bot.slack.listeners.tuesday_table import TUESDAYS
from bot.slack.outcome import Opens, Outcome, Shows
from bot.slack.pages import help as help_pages
from bot.slack.pages import question as question_pages
from bot.work import forms, life, roles, saving, shipping
from bot.work.authority import may_lead
from bot.work.interview import answers
from bot.work.interview.order import KEYS
from bot.work.records_out import ask_for_record
from bot.work.results import Done, Refusal
from bot.work.views import current, record_of, view_of


def _form(press: Press) -> Outcome:
    """The form of a conversation or gate."""
    group = press.arg()
    return Opens(f"form:{group}", press.pilot.id) if group in GROUPS else Refusal("old_button")


def _answer(press: Press) -> Outcome:
    """*Answer question k*: its form; a question that was parked is open again."""
    if press.arg() in KEYS:
        answers.answer_now(press.desk, press.pilot, press.arg())
    return _form(press)


def _on_conversation(does: Callable[[Press, str], Outcome]) -> Callable[[Press], Outcome]:
    def checked(press: Press) -> Outcome:
        return does(press, press.arg()) if press.arg() in KEYS else Refusal("old_button")

    return checked


def _opens(form: str) -> Callable[[Press], Outcome]:
    return lambda press: Opens(form, press.pilot.id, args={"about": press.args})


def _not_yet_details(press: Press) -> Outcome:
    return _opens("not_yet")(press) if press.arg() in GROUPS else Refusal("old_button")


def _more_about_reading(press: Press) -> Outcome:
    """The menu under a reading: ``other_question`` or ``not_an_answer``, then the conversation."""
    what, conversation = press.arg(0), press.arg(1)
    if conversation not in KEYS:
        return Refusal("old_button")
    if what == "not_an_answer":
        return answers.not_an_answer(press.desk, press.pilot, conversation)
    return Opens("other_question", press.pilot.id, args={"about": [conversation]})


def _leave_open(press: Press) -> Outcome:
    state = current(press.desk, record_of(press.desk, press.pilot)).groups.get(press.arg())
    noted = state.not_yet if state else None
    if noted is None:
        return Refusal("old_button")
    values = noted.values
    who, by_when = values.get("who"), values.get("by_when")
    return answers.not_yet_details(
        press.desk,
        press.pilot,
        press.user,
        press.arg(),
        who if isinstance(who, str) else None,
        by_when if isinstance(by_when, str) else None,
    )


def _undo(press: Press) -> Outcome:
    """A wrong *Save* is undone, unless something newer was saved since."""
    fact = _fact(press)
    newest = saving.last_save(view_of(press.desk, press.pilot).state)
    if not fact or fact != newest or saving.is_own_word(press.desk, fact):
        return Refusal("nothing_to_undo", {"user": ""})
    saving.undo(press.desk, press.pilot, press.user, fact)
    return Done("undone")


def _save_all(press: Press) -> Outcome:
    """*Save all as read*: the form keeps what it was made of, so that nothing unseen is saved."""
    return Opens("save_all", press.pilot.id, args={"seen": forms.seen_readings(press.desk, press.pilot)})


def _fact(press: Press) -> int:
    return int(press.arg()) if is_number(press.arg()) else 0


def _ship(press: Press) -> Outcome:
    result = shipping.ship(press.desk, press.pilot, press.user)
    needs = isinstance(result, Refusal) and result.code == "needs_decision"
    return Opens("shipped_anyway", press.pilot.id) if needs else result


def _answer_role(yes: bool, may_stop: bool = True) -> Callable[[Press], Outcome]:
    return lambda p: roles.answer(p.desk, p.pilot, p.user, p.arg(), yes, may_stop=may_stop, seen=p.arg(1))


def _asked_for(form: str) -> Callable[[Press], Outcome]:
    """A form that only the person who was asked for the role may open."""

    def opens(press: Press) -> Outcome:
        refused = roles.not_asked(press.desk, press.pilot, press.user, press.arg())
        return refused or Opens(form, press.pilot.id, args={"about": press.args})

    return opens


BUTTONS: dict[str, Button] = {
    "answer": Button(_answer),
    "open_form": Button(_form),
    "add_it": Button(_form),
    "correct": Button(_form),
    "not_yet": Button(lambda p: answers.not_yet(p.desk, p.pilot, p.user, p.arg())),
    "not_yet_details": Button(_not_yet_details),
    "leave_open": Button(_leave_open),
    "ask_someone": Button(_on_conversation(lambda p, key: Opens("ask_someone", p.pilot.id, args={"about": [key]}))),
    "park": Button(_on_conversation(lambda p, key: answers.park(p.desk, p.pilot, key))),
    "go_on": Button(_on_conversation(lambda p, key: answers.leave(p.desk, p.pilot, key))),
    "save_reading": Button(_on_conversation(lambda p, key: answers.save(p.desk, p.pilot, p.user, key, p.arg(1)))),
    "reading_more": Button(_more_about_reading),
    "example": Button(_on_conversation(lambda p, key: Shows(showing.page(p.pilot.id, question_pages.example, key)))),
    "save_all": Button(_save_all),
    "see_checks": Button(_opens("checks")),
    "more": Button(_opens("more")),
    "change_details": Button(_opens("details")),
    "undo_save": Button(_undo),
    "accept": Button(_answer_role(yes=True), may=None),
    "decline": Button(_asked_for("decline"), may=None),
    "not_quite": Button(_asked_for("not_quite"), may=None),
    "may_not_stop": Button(_answer_role(yes=False, may_stop=False), may=None),
    "given_now": Button(lambda p: roles.given(p.desk, p.pilot, p.user)),
    "agree_nothing": Button(lambda p: roles.agree_nothing_needed(p.desk, p.pilot, p.user)),
    "remind": Button(lambda p: roles.remind(p.desk, p.pilot, p.user, p.arg())),
    "live": Button(_ship, may=may_lead),
    "second": Button(lambda p: shipping.agree(p.desk, p.pilot, p.user, _fact(p)), may=None),
    "get_record": Button(lambda p: ask_for_record(p.desk, p.pilot)),
    "incident": Button(_opens("incident")),
    "rename": Button(_opens("rename"), may=may_lead),
    "move": Button(_opens("move"), may=may_lead),
    "lead": Button(_opens("lead"), may=may_lead),
    "retire": Button(_opens("retire"), may=may_lead),
    "reopen": Button(lambda p: life.reopen(p.desk, p.pilot, p.user), may=may_lead),
    "status": Button(lambda p: Shows(showing.status(p.pilot.id or 0))),
    **TUESDAYS,
    **HABITS,
    **LEAVING,
}
"""The buttons whose value begins with a pilot's id."""

WHEN_RETIRED = {"more", "see_checks", "get_record", "status", "undo_save", "retire", "reopen"}
"""The buttons that still do something for a retired pilot."""

HELP: dict[str, Callable[[], Outcome]] = {
    "help": lambda: Shows(lambda _: help_pages.help_page()),
    "help_all": lambda: Shows(lambda _: help_pages.help_all()),
    "help_ready": lambda: Shows(lambda _: help_pages.help_ready()),
    "help_kept": lambda: Shows(lambda _: help_pages.help_kept()),
    "start_pilot": lambda: Opens("start"),
}
"""The buttons that are about no pilot."""

LINKS = {"open_card"}
"""Buttons that open an address: Slack reports the press, nothing is to be done."""
