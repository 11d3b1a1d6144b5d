"""Submissions of forms: parsed, judged at the field, saved, then acknowledged; nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.records import drafts, pilots, receipts
from bot.slack import submissions
from bot.slack.answering import answer, drawn, redraw, words_of
from bot.slack.directory import Directory
from bot.slack.incoming import Payload, at, receipt_of, text_at
from bot.slack.listeners.sent import Errors, Redraw, Sent
from bot.slack.listeners.submission_table import SUBMISSIONS
from bot.slack.office import Office
from bot.slack.outcome import Outcome
from bot.slack.pages import forms as pages
from bot.work.authority import still_open
from bot.work.desk import Desk
from bot.work.results import Done, Refusal

Ack = dict[str, Any]


def on_submission(office: Office, directory: Directory, body: Payload) -> Ack:
    """One view_submission; gives back what to acknowledge it with ({} closes the form)."""
    user = text_at(body, "user", "id")
    directory.meet(user)
    view = at(body, "view")
    sent = submissions.values_of(view if isinstance(view, Mapping) else {})
    for picked in submissions.people_in(view):
        directory.meet(picked)
    if channel := submissions.channel_in(sent, "channel"):
        directory.arrive(channel)
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, receipt_of(body), desk.now)
        outcome = _decide(desk, user, sent, office.workspace) if first else Done()
    return _ack(office, user, sent, outcome)


def _decide(desk: Desk, user: str, sent: submissions.Submitted, workspace: str) -> Outcome | Errors | Redraw:
    """Who sent which form about what, from the database; then the form's own work."""
    draft = drafts.get(desk.session, desk.team, sent.token)
    handler = SUBMISSIONS.get(sent.callback_id) or SUBMISSIONS.get(sent.callback_id.split(":")[0])
    if draft is None or handler is None or draft.user != user or draft.form != sent.callback_id:
        return Refusal("form_expired")
    if draft.closed_at is not None:
        return Done()
    pilot = pilots.get(desk.session, desk.team, draft.pilot) if draft.pilot else None
    refused = still_open(pilot) if pilot and draft.form != "retire" else None
    outcome = refused or handler(Sent(desk, draft, pilot, user, sent, workspace=workspace))
    if isinstance(outcome, Done):
        drafts.close(desk.session, desk.team, draft.token, desk.now)
    return outcome.of(draft.pilot) if isinstance(outcome, Refusal) else outcome


def _ack(office: Office, user: str, sent: submissions.Submitted, outcome: Outcome | Errors | Redraw) -> Ack:
    if isinstance(outcome, Errors):
        return {"response_action": "errors", "errors": outcome.by_block}
    if isinstance(outcome, Redraw):
        view = drawn(office, outcome.draft, typed=outcome.typed, conflict=outcome.conflict)
        return {"response_action": "update", "view": view}
    if isinstance(outcome, Refusal):
        said = answer(office, outcome, user)
        return {"response_action": "update", "view": pages.said(words_of(said), pages.typed_words(sent))}
    _refresh_list(office, sent)
    _tell(office, user, sent, outcome)
    return {}


def _refresh_list(office: Office, sent: submissions.Submitted) -> None:
    """Something was saved in a pushed form: the list below it shows it."""
    with office.reading_desk() as desk:
        draft = drafts.get(desk.session, desk.team, sent.token)
        parent = drafts.get(desk.session, desk.team, str(draft.args.get("parent", ""))) if draft else None
    view_id = str(draft.args.get("view", "")) if draft else ""
    if parent is not None and view_id:
        redraw(office, view_id, drawn(office, parent))


def _tell(office: Office, user: str, sent: submissions.Submitted, outcome: Outcome) -> None:
    """Say what a form did where the thread does not show it."""
    if not isinstance(outcome, Done) or not outcome.code:
        return
    with office.reading_desk() as desk:
        draft = drafts.get(desk.session, desk.team, sent.token)
        pilot = pilots.get(desk.session, desk.team, draft.pilot) if draft and draft.pilot else None
        channel = pilot.channel if pilot else str(draft.args.get("channel", "")) if draft else ""
    if channel:
        root = pilot.root_ts if pilot else ""
        office.whisper.to_person(channel, user, answer(office, outcome, user), root)
