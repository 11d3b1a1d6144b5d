"""Presses of buttons in messages and in App Home: authorised from the database, done once, committed, acknowledged."""

from __future__ import annotations

from dataclasses import replace

from bot.records import drafts, pilots, receipts
from bot.records.tables import Pilot
from bot.slack.answering import answer, drawn, opened, pushed, redraw
from bot.slack.directory import Directory
from bot.slack.incoming import Click, is_number, text_at
from bot.slack.listeners.action_table import BUTTONS, HELP, LINKS, WHEN_RETIRED
from bot.slack.listeners.command_table import Asked
from bot.slack.listeners.commands import perform
from bot.slack.listeners.press import Press
from bot.slack.listeners.tuesday_table import LETTERS
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome
from bot.slack.submissions import token_of
from bot.work import people
from bot.work.authority import still_open
from bot.work.desk import Desk
from bot.work.results import Done, Refusal
from bot.work.views import current, record_of


def on_press(office: Office, directory: Directory, click: Click) -> None:
    """One press: its work is committed when this returns; a form opens before, words to the person follow after."""
    if click.action_id in LINKS:
        return
    directory.meet(click.user)
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, click.receipt, desk.now)
        people.acts_in(desk, office.user, click.channel, click.user)
        outcome = decide(desk, click) if first else Done()
    outcome = _above_list(outcome, click)
    if isinstance(outcome, Opens) and opened(office, outcome, click.user, click.trigger_id, click.in_modal):
        return
    _list_anew(office, click)
    tell(office, click, outcome)


LISTS = ("checks", "one_by_one")
"""Forms that list things to press, and show what a press has changed."""


def _above_list(outcome: Outcome, click: Click) -> Outcome:
    """A form that opens above a list knows of it, so that the list shows what was sent."""
    if not isinstance(outcome, Opens) or text_at(click.view, "callback_id") not in LISTS:
        return outcome
    below = {"parent": token_of(click.view), "view": text_at(click.view, "id")}
    return replace(outcome, args={**outcome.args, **below})


def _list_anew(office: Office, click: Click) -> None:
    """A press in a list changes what it shows."""
    if text_at(click.view, "callback_id") not in LISTS:
        return
    with office.reading_desk() as desk:
        draft = drafts.get(desk.session, desk.team, token_of(click.view))
    if draft is not None:
        redraw(office, text_at(click.view, "id"), drawn(office, draft))


def decide(desk: Desk, click: Click) -> Outcome:
    """What the press does, within the transaction of the desk."""
    if click.user_team and click.user_team != desk.team:
        return Refusal("members_only")
    if click.action_id in LETTERS:
        return LETTERS[click.action_id](desk, click.user, click.value)
    if click.action_id in HELP:
        return HELP[click.action_id]()
    if click.action_id == "run_command":
        return perform(desk, Asked(click.user, click.channel, click.value.removeprefix("/shipready").strip()))
    button, pilot = BUTTONS.get(click.action_id), _pilot(desk, click)
    if button is None or pilot is None:
        return Refusal("old_button")
    refused = button.may(desk, pilot, current(desk, record_of(desk, pilot)), click.user) if button.may else None
    if click.action_id not in WHEN_RETIRED:
        refused = refused or still_open(pilot)
    outcome = refused or button.does(Press(desk, pilot, click.user, _arguments(click)))
    return outcome.of(pilot.id) if isinstance(outcome, Refusal) else outcome


def _arguments(click: Click) -> list[str]:
    """The value without the pilot's id; of a menu, its choice comes first."""
    if click.action_id == "reading_more":
        return [click.args[0], *click.args[2:]]
    return click.args[1:]


def _pilot(desk: Desk, click: Click) -> Pilot | None:
    """The pilot of a value; a forged or foreign id finds none."""
    index = 1 if click.action_id == "reading_more" else 0
    number = click.args[index] if index < len(click.args) else ""
    return pilots.get(desk.session, desk.team, int(number)) if is_number(number) else None


def tell(office: Office, click: Click, outcome: Outcome) -> None:
    """Say the outcome to the person alone, where there is something to say."""
    if isinstance(outcome, Done) and (not outcome.code or outcome.code in SAID_IN_THREAD):
        return
    page = answer(office, outcome, click.user)
    if click.response_url:
        office.whisper.to_url(click.response_url, page, click.thread_ts)
    elif click.channel:
        office.whisper.to_person(click.channel, click.user, page, click.thread_ts)
    elif not (click.in_modal and pushed(office, click.trigger_id, page)):
        office.whisper.in_channel(click.user, page)


SAID_IN_THREAD = {
    "noted", "saved", "accepted", "declined", "agreed", "seconded", "talk", "asked", "saved_all", "live", "confirmed",
    "confirmation_undone",
}  # fmt: skip
"""Outcomes that the message itself shows a moment later."""
