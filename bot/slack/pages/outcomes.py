"""What the person alone is told after a command, a press or a form: done, or refused and what to do instead."""

from __future__ import annotations

from bot.slack.pages.blocks import Block, Message, button
from bot.slack.pages.filling import Names, filled
from bot.slack.pages.shape import note
from bot.slack.pages.words.outcomes import OUTCOMES
from bot.slack.pages.words.refusals import CLOSED_FOR, OTHERWISE, REFUSALS
from bot.work.results import Done, Refusal

__all__ = ["Names", "open_by_button", "sentence"]

ROLES = {"owner": "The owner", "backup": "The person stepping in", "reviewer": "The reviewer"}

FORMS = {
    "start": ("Start a pilot", "start_pilot"),
    "details": ("Change details", "change_details"),
    "checks": ("See the checks", "see_checks"),
    "more": ("More", "more"),
    "save_all": ("Save all as read", "save_all"),
    "shipped_anyway": ("Open the form", "live"),
}
"""The button that opens a form, where its id is not that of the form; a group's form is opened by ``open_form``."""


def sentence(outcome: Done | Refusal, names: Names, link: str = "") -> Message:
    """The sentence for an outcome; a code without a sentence gives an empty message, for the thread says it.

    ``link``: the address of the card that it speaks of.
    """
    if isinstance(outcome, Done):
        template = OUTCOMES.get(outcome.code, "")
        return note(filled(template, outcome.values, names)) if template else Message("")
    return note(refusal_text(outcome, names), *_helps(outcome, link))


def refusal_text(refusal: Refusal, names: Names) -> str:
    """The words of a refusal, also for the field of a form."""
    role, holder = str(refusal.values.get("role") or ""), str(refusal.values.get("holder") or "")
    if refusal.code == "question_closed" and role in ROLES and holder:
        return CLOSED_FOR.format(role=ROLES[role], holder=names.of_user(holder))
    return filled(REFUSALS.get(refusal.code, OTHERWISE), refusal.values, names)


def open_by_button(form: str, pilot: int | None) -> Message:
    """Slack lets a form open only from a press, so a typed command gets the button that opens it."""
    kind, _, group = form.partition(":")
    if kind == "form" and pilot is not None:
        press = button("Open the form", "open_form", f"{pilot}:{group}", style="primary")
    else:
        words, action = FORMS.get(kind, ("Open the form", kind))
        press = button(words, action, str(pilot or ""), style="primary")
    return note("One press opens the form.", press)


def _helps(refusal: Refusal, link: str) -> list[Block]:
    """The press that helps on after a refusal, where there is one."""
    if link:
        return [button("Open its thread", "open_card", url=link)]
    if refusal.code in ("pilot_unknown", "pilot_not_named", "pilot_ambiguous"):
        return [button("Show the pilots here", "run_command", "list")]
    return []
