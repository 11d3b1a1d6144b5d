"""What each form saves (callback_id -> function)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.readiness.facts import Value
from bot.readiness.parse import Refused, parse_group
from bot.readiness.slots import GROUPS
from bot.records import entries
from bot.slack import submissions
from bot.slack.incoming import is_number
from bot.slack.listeners.habits_submissions import HABITS
from bot.slack.listeners.sent import Answer, Errors, Redraw, Sent
from bot.slack.listeners.tuesday_submissions import TUESDAYS
from bot.slack.outcome import Outcome
from bot.slack.pages.forms import errors as words
from bot.work import another_owner, forms, handover, life, moving, pilots, roles, shipping
from bot.work import details as work_details
from bot.work.authority import may_answer, may_lead
from bot.work.forms import Conflict
from bot.work.interview import answers, replies
from bot.work.interview.order import KEYS
from bot.work.results import Done, Refusal
from bot.work.views import current, record_of, view_of

NO_NAME = dict.fromkeys(("name_taken", "name_waiting", "name_in_use", "name_missing", "name_too_long"), "name")
NO_DAY = {"launch_in_the_past": "launch_on", "incident_ahead": "since"}
NO_PLACE = dict.fromkeys(
    ("already_there", "not_in_target", "channel_unseen", "not_your_channel", "shared_channel", "archived_channel"),
    "channel",
)
"""Refusals that stand at a field of a small form."""


def group(sent: Sent) -> Answer:
    """``form:<group>``: the group's own slots."""
    key = sent.draft.form.split(":")[1]
    refused = _may(sent, may_answer)
    if refused:
        return refused
    values, wrong = parse_group(GROUPS[key], None, sent.values.slots, sent.today)
    answer: Answer | None = _checked(sent, key, "", values, wrong)
    if answer is None:
        answer = forms.save_group(sent.desk, sent.of, sent.user, key, values)
    return answer or Done()


def row(sent: Sent) -> Answer:
    """``row:<group>``: one row."""
    key = sent.draft.form.split(":")[1]
    refused = _may(sent, may_answer)
    if refused:
        return refused
    typed = next(iter(sent.values.rows.values()), {})
    values, wrong = parse_group(GROUPS[key], sent.draft.kind, typed, sent.today)
    answer = _checked(sent, key, sent.draft.row, values, wrong)
    if answer is None:
        forms.save_row(sent.desk, sent.of, sent.user, key, sent.draft.row, sent.draft.kind, values)
    return answer or Done()


def _checked(
    sent: Sent, key: str, row_id: str, values: dict[str, Value], wrong: Mapping[str, Refused]
) -> Errors | Redraw | None:
    """Errors at the fields, else a conflict with what somebody else saved meanwhile, else nothing."""
    shown = next(iter(sent.values.rows), "") if sent.values.rows else ""
    view = view_of(sent.desk, sent.of)
    at_fields: dict[str, str] = {slot: words.parse_error(found.code) for slot, found in wrong.items()}
    unfit = {
        **forms.wrong(sent.desk, view, key, values),
        **another_owner.wrong(sent.desk, sent.of, sent.user, key, values),
    }
    at_fields |= {slot: sent.sentence(found) for slot, found in unfit.items()}
    at_fields |= {slot: words.parse_error(code) for slot, code in sent.values.wrong.items()}
    if at_fields:
        return Errors({f"{shown}.{slot}" if shown else slot: sentence for slot, sentence in at_fields.items()})
    theirs = forms.conflict(view, sent.draft, key, row_id, values)
    if theirs is None:
        return None
    return _redraw(sent, values, theirs)


def _redraw(sent: Sent, typed: Mapping[str, Value], theirs: Conflict) -> Redraw:
    """The form again; sent once more, it knows of what was saved meanwhile."""
    sent.draft.revision = forms.revision_of(sent.desk, sent.of, sent.draft.form)
    sent.desk.session.add(sent.draft)
    return Redraw(sent.draft, typed, theirs)


def start(sent: Sent) -> Answer:
    """``start``: a new pilot in the channel the command came from (or that was picked)."""
    given = str(sent.draft.args.get("channel") or "")
    channel = given or submissions.channel_in(sent.values, "channel")
    if not channel:
        return Errors({"channel": words.sentence("which_channel")})
    _, result = pilots.start(
        sent.desk,
        channel,
        sent.user,
        sent.text("name"),
        purpose=sent.text("purpose"),
        builder=_builder(sent),
        launch_on=sent.date_in("launch_on"),
        picked=not given,
    )
    return _at_field(sent, result, {**NO_NAME, **NO_DAY} if given else {**NO_PLACE, **NO_NAME, **NO_DAY})


def _builder(sent: Sent) -> dict[str, Value] | None:
    user, words_typed = sent.user_in("builder"), submissions.text_in(sent.values, "builder")
    if user:
        return {"user": user}
    return {"text": words_typed} if words_typed else None


def details(sent: Sent) -> Answer:
    """``details``: name, purpose, builder, planned launch."""
    refused = _may(sent, may_answer)
    if refused:
        return refused
    launch_on = sent.date_in("launch_on")
    typed = work_details.Details(sent.text("name"), sent.text("purpose"), _builder(sent) or {}, launch_on)
    theirs = work_details.conflict(sent.desk, sent.of, sent.user, sent.draft.revision, typed)
    if theirs is not None:
        on = launch_on.isoformat() if launch_on else None
        return _redraw(
            sent, {"name": typed.name, "purpose": typed.purpose, "builder": typed.builder, "launch_on": on}, theirs
        )
    result = work_details.change_details(sent.desk, sent.of, sent.user, typed)
    return _at_field(sent, result, {**NO_NAME, **NO_DAY, "owner_or_lead_only": "name"})


def not_yet(sent: Sent) -> Answer:
    """``not_yet``: who could change it, and by when."""
    by_when = sent.date_in("by_when")
    who = sent.user_in("who") or None
    return _may(sent, may_answer) or answers.not_yet_details(
        sent.desk, sent.of, sent.user, sent.arg(), who, by_when.isoformat() if by_when else None
    )


def ask_someone(sent: Sent) -> Answer:
    """``ask_someone``."""
    user = sent.user_in("user")
    if not user:
        return Errors({"user": words.sentence("which_person")})
    result = _may(sent, may_answer) or answers.ask_someone(sent.desk, sent.of, sent.user, sent.arg(), user)
    return _at_field(sent, result, {"cannot_ask": "user"})


def decline(sent: Sent) -> Answer:
    """``decline``: *No*, with a sentence for the proposer and the lead alone."""
    if sent.arg() == "offer":
        number = int(sent.arg(1)) if is_number(sent.arg(1)) else 0
        return handover.answer(sent.desk, sent.of, sent.user, number, yes=False, reason=sent.text("reason"))
    return roles.answer(sent.desk, sent.of, sent.user, sent.arg(), yes=False, reason=sent.text("reason"))


def other_question(sent: Sent) -> Answer:
    """``other_question``: the words belong to another of the five."""
    other = submissions.text_in(sent.values, "conversation")
    return _may(sent, may_answer) or answers.belongs_to(sent.desk, sent.of, sent.arg(), other)


def which_question(sent: Sent) -> Answer:
    """``which_question``: the message that the shortcut was used on counts for this question."""
    conversation = submissions.text_in(sent.values, "conversation")
    entry = entries.get(sent.desk.session, sent.desk.team, sent.arg(0), sent.arg(1))
    if conversation not in KEYS or entry is None or entry.pilot != sent.of.id:
        return Refusal("form_expired")
    refused = _may(sent, may_answer)
    if refused is None:
        replies.count(sent.desk, sent.of, entry, conversation)
    return refused or Done("filed")


def save_all(sent: Sent) -> Answer:
    """``save_all``: *Save all as read*, provided that it is still what was shown; else the form shows it anew."""
    refused = _may(sent, may_answer)
    seen = forms.seen_readings(sent.desk, sent.of)
    if refused is None and seen != sent.draft.args.get("seen"):
        sent.draft.args = {**sent.draft.args, "seen": seen, "anew": True}
        sent.desk.session.add(sent.draft)
        return Redraw(sent.draft, {})
    return refused or answers.save_all(sent.desk, sent.of, sent.user)


def incident(sent: Sent) -> Answer:
    """``incident``: what went wrong, since when, how it came to light."""
    what = sent.text("what")
    if not what:
        return Errors({"what": words.sentence("needs_value")})
    since = sent.date_in("since")
    result = _may(sent, may_answer) or life.incident(
        sent.desk, sent.of, sent.user, what, since.isoformat() if since else "", sent.text("light")
    )
    return _at_field(sent, result, NO_DAY)


def shipped_anyway(sent: Sent) -> Answer:
    """``shipped_anyway``: who decides, why, until when, and who agrees."""
    until = sent.date_in("until")
    missing = [slot for slot in ("decider", "second") if not sent.user_in(slot)]
    if missing or until is None:
        return Errors({slot: words.sentence("needs_value") for slot in [*missing, *([] if until else ["until"])]})
    refused = _may(sent, may_lead)
    result = refused or shipping.ship_anyway(
        sent.desk, sent.of, sent.user, sent.user_in("decider"), sent.text("why"), until, sent.user_in("second")
    )
    if isinstance(result, Refusal) and "slot" in result.values:
        return Errors({str(result.values["slot"]): sent.sentence(result)})
    return result


def rename(sent: Sent) -> Answer:
    """``rename``."""
    result = _may(sent, may_lead) or work_details.rename(sent.desk, sent.of, sent.user, sent.text("name"))
    return _at_field(sent, result, NO_NAME)


def move(sent: Sent) -> Answer:
    """``move``: to another channel."""
    channel = submissions.channel_in(sent.values, "channel")
    if not channel:
        return Errors({"channel": words.sentence("which_channel")})
    result = _may(sent, may_lead) or moving.move(sent.desk, sent.of, sent.user, channel)
    return _at_field(sent, result, {**NO_PLACE, "name_in_use": "channel"})


def lead(sent: Sent) -> Answer:
    """``lead``: somebody else leads."""
    user = sent.user_in("user")
    if not user:
        return Errors({"user": words.sentence("which_person")})
    result = _may(sent, may_lead) or life.lead(sent.desk, sent.of, sent.user, user)
    return _at_field(sent, result, {"role_needs_member": "user"})


def retire(sent: Sent) -> Answer:
    """``retire``, with the reason where one is given."""
    return _may(sent, may_lead) or life.retire(sent.desk, sent.of, sent.user, sent.text("reason"))


def _may(sent: Sent, check: Callable[..., Refusal | None]) -> Refusal | None:
    return check(sent.desk, sent.of, current(sent.desk, record_of(sent.desk, sent.of)), sent.user)


def _at_field(sent: Sent, result: Outcome, fields: Mapping[str, str]) -> Answer:
    """A refusal that belongs to a field stands at the field."""
    if isinstance(result, Refusal) and result.code in fields:
        return Errors({fields[result.code]: sent.sentence(result)})
    return result


Handler = Callable[[Sent], Answer]
SUBMISSIONS: dict[str, Handler] = {
    "form": group,
    "row": row,
    "start": start,
    "details": details,
    "not_yet": not_yet,
    "ask_someone": ask_someone,
    "decline": decline,
    "not_quite": decline,
    "other_question": other_question,
    "which_question": which_question,
    "save_all": save_all,
    "incident": incident,
    "shipped_anyway": shipped_anyway,
    "rename": rename,
    "move": move,
    "lead": lead,
    "retire": retire,
    **TUESDAYS,
    **HABITS,
}
