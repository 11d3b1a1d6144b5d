"""What the small forms of Tuesdays save (callback_id -> function)."""

from __future__ import annotations

from collections.abc import Callable

from bot.records import letters
from bot.slack import submissions
from bot.slack.incoming import is_number
from bot.slack.listeners.sent import Answer, Errors, Redraw, Sent
from bot.slack.pages.forms import errors as words
from bot.slack.pages.words.tuesday import WHAT
from bot.work import details, handover
from bot.work.authority import may_lead
from bot.work.checkins import answers, changing
from bot.work.results import Refusal
from bot.work.views import current, record_of


def change(sent: Sent) -> Answer:
    """``change``: hand over, something changed, not mine."""
    checkin = int(sent.arg()) if is_number(sent.arg()) else 0
    refused = answers.not_their_checkin(sent.desk, sent.of, sent.user, checkin)
    if refused is not None:
        return refused
    choice = submissions.text_in(sent.values, "change")
    if choice not in CHOICES:
        return Errors({"change": words.sentence("needs_value")})
    if choice != sent.draft.args.get("choice"):
        sent.draft.args = {**sent.draft.args, "choice": choice}
        sent.desk.session.add(sent.draft)
        return Redraw(sent.draft, sent.values.slots)
    return CHOICES[choice](sent)


def _changed(sent: Sent) -> Answer:
    """*Something changed*: what, and in which words."""
    kind = submissions.text_in(sent.values, "what")
    if kind not in WHAT:
        return Errors({"what": words.sentence("needs_value")})
    number = int(sent.arg())
    return changing.something_changed(sent.desk, sent.of, sent.user, number, kind, sent.text("words"))


def _not_mine(sent: Sent) -> Answer:
    """*It is not mine*: with the reason, for the lead and the proposer alone."""
    return changing.not_mine(sent.desk, sent.of, sent.user, sent.text("words"))


def away(sent: Sent) -> Answer:
    """``away``: until when the owner is away."""
    ask = letters.get_ask(sent.desk.session, sent.desk.team, int(sent.arg()) if is_number(sent.arg()) else 0)
    until = sent.date_in("until")
    if ask is None or ask.pilot != sent.of.id:
        return Refusal("form_expired")
    if until is None:
        return Errors({"until": words.sentence("needs_value")})
    return at_slot(sent, answers.away_until(sent.desk, ask, sent.user, until))


def hand_over(sent: Sent) -> Answer:
    """``hand_over``: to whom."""
    user = sent.user_in("user")
    if not user:
        return Errors({"user": words.sentence("which_person")})
    refused = handover.may_not_give(sent.desk, sent.of, sent.user)
    return refused or at_slot(sent, handover.offer(sent.desk, sent.of, sent.user, user))


def new_date(sent: Sent) -> Answer:
    """``new_date``: another planned launch."""
    on = sent.date_in("launch_on")
    if on is None:
        return Errors({"launch_on": words.sentence("needs_value")})
    refused = may_lead(sent.desk, sent.of, current(sent.desk, record_of(sent.desk, sent.of)), sent.user)
    return refused or at_slot(sent, details.move_launch(sent.desk, sent.of, sent.user, on))


CHOICES: dict[str, Callable[[Sent], Answer]] = {"hand_over": hand_over, "changed": _changed, "not_mine": _not_mine}
"""What each choice of ``change`` saves. Its fields come with the choice: sent without them, the form shows them."""


def at_slot(sent: Sent, result: Answer) -> Answer:
    """A refusal that names its field stands there."""
    if isinstance(result, Refusal) and "slot" in result.values:
        return Errors({str(result.values["slot"]): sent.sentence(result)})
    return result


TUESDAYS: dict[str, Callable[[Sent], Answer]] = {
    "change": change,
    "away": away,
    "hand_over": hand_over,
    "new_date": new_date,
}
