"""What the person alone is told after a command, a press or a form: done, or refused and what to do instead."""

from __future__ import annotations

from dataclasses import dataclass

from bot.slack.pages import presses
from bot.slack.pages.as_now import as_now
from bot.slack.pages.blocks import Block, Message, button
from bot.slack.pages.filling import Names, filled
from bot.slack.pages.shape import note
from bot.slack.pages.words.outcomes import OUTCOMES
from bot.slack.pages.words.refusals import CARD, CLOSED_ON, OTHERWISE, PASSED, REFUSALS
from bot.work.results import Done, Refusal
from bot.work.view import View

__all__ = ["About", "Names", "open_by_button", "sentence"]


@dataclass(frozen=True, slots=True)
class About:
    """The pilot that an outcome speaks of, for a reader who may know how it stands; whether they may remind people."""

    view: View
    may_remind: bool = False

    @property
    def link(self) -> str:
        """The address of the card; "" where it is not posted yet."""
        return self.view.link(self.view.pilot.channel, self.view.pilot.root_ts)


FORMS = {
    "start": ("Start a pilot", "start_pilot"),
    "details": ("Change details", "change_details"),
    "checks": ("See the checks", "see_checks"),
    "more": ("More", "more"),
    "save_all": ("Save all as read", "save_all"),
    "shipped_anyway": ("Open the form", "live"),
}
"""The button that opens a form, where its id is not that of the form; a group's form is opened by ``open_form``."""


TO_CARD = {*PASSED, "question_moved_on", "nothing_to_undo", "retired_pilot", "decision_over"}
"""The refusals after which the card helps on."""

COMMANDS = {"settings"}
"""The forms about a channel, which the command itself opens there."""


def sentence(outcome: Done | Refusal, names: Names, about: About | None = None) -> Message:
    """The sentence for an outcome; a code without a sentence gives an empty message, for the thread says it."""
    if isinstance(outcome, Done):
        template = OUTCOMES.get(outcome.code, "")
        return note(filled(template, outcome.values, names)) if template else Message("")
    return note(refusal_text(outcome, names, about), *_helps(outcome, about))


def refusal_text(refusal: Refusal, names: Names, about: About | None = None) -> str:
    """The words of a refusal; of an old button also when the question was closed, and how things stand now."""
    values = {**refusal.values, "pilot": _pilot(refusal, about)}
    if refusal.code not in PASSED:
        return filled(REFUSALS.get(refusal.code, OTHERWISE), values, names)
    template = CLOSED_ON if refusal.values.get("on") else PASSED[refusal.code]
    now = as_now(about.view, str(refusal.values.get("role") or "")) if about else CARD
    return f"{filled(template, values, names)} {now}"


def _pilot(refusal: Refusal, about: About | None) -> str:
    """The pilot's name, as the refusal gives it or from its number; not told to who has no part in it."""
    given = refusal.values.get("pilot")
    return about.view.pilot.name if about else given if isinstance(given, str) else "This pilot"


def open_by_button(form: str, pilot: int | None) -> Message:
    """Slack lets a form open only from a press, so a typed command gets the button that opens it."""
    kind, _, group = form.partition(":")
    if kind == "form" and pilot is not None:
        press = button("Open the form", "open_form", f"{pilot}:{group}", style="primary")
    elif pilot is None and kind in COMMANDS:
        press = button("Open the form", "run_command", kind, style="primary")
    else:
        words, action = FORMS.get(kind, ("Open the form", kind))
        press = button(words, action, str(pilot or ""), style="primary")
    return note("One press opens the form.", press)


def _helps(refusal: Refusal, about: About | None) -> list[Block]:
    """The press that helps on after a refusal, where there is one."""
    if refusal.code in ("pilot_unknown", "pilot_not_named", "pilot_ambiguous"):
        return [button("Show the pilots here", "run_command", "list")]
    if about is None:
        return []
    role, user = str(refusal.values.get("remind") or ""), str(refusal.values.get("user") or "")
    if role and about.may_remind:
        return [presses.remind(about.view, role, user)]
    if refusal.code in ("name_taken", "name_in_use") and about.link:
        return [presses.open_card(about.view, about.link, "Open its thread")]
    return [presses.open_card(about.view, about.link)] if refusal.code in TO_CARD and about.link else []
