"""Buttons inside forms: add, edit and remove rows, page, show more fields. Whose form it is says the database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.readiness.slots import GROUPS
from bot.records import drafts, pilots, receipts
from bot.records.tables import Draft, Pilot
from bot.slack import submissions
from bot.slack.answering import answer, drawn, opened, redraw
from bot.slack.incoming import Click, is_number, text_at
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome
from bot.slack.pages import forms as pages
from bot.work import forms
from bot.work.authority import may_answer, still_open
from bot.work.desk import Desk
from bot.work.interview import answers
from bot.work.results import Refusal
from bot.work.views import current, record_of


@dataclass(frozen=True, slots=True)
class Redrawn:
    """The form is to be shown again as it is now."""

    draft: Draft


Step = Outcome | Redrawn


def on_form_press(office: Office, click: Click) -> None:
    """One press of a button of a form."""
    token = submissions.token_of(click.view)
    with office.desk() as desk:
        first = receipts.take(desk.session, desk.team, click.receipt, desk.now)
        step = _decide(desk, click, token) if first else None
    if isinstance(step, Opens):
        opened(office, step, click.user, click.trigger_id, pushed=True)
    elif isinstance(step, Redrawn):
        typed = submissions.values_of(click.view)
        view = drawn(office, step.draft, typed={**typed.slots, **next(iter(typed.rows.values()), {})})
        redraw(office, text_at(click.view, "id"), view)
    elif step is not None:
        said = answer(office, step, click.user)
        kept = pages.typed_words(submissions.values_of(click.view)) if isinstance(step, Refusal) else ()
        redraw(office, text_at(click.view, "id"), pages.said(said.text, kept))


def _decide(desk: Desk, click: Click, token: str) -> Step:
    draft = drafts.get(desk.session, desk.team, token)
    pilot = pilots.get(desk.session, desk.team, draft.pilot) if draft and draft.pilot else None
    shown = text_at(click.view, "callback_id")
    if draft is None or draft.user != click.user or draft.form != shown or pilot is None:
        return Refusal("form_expired")
    refused = may_answer(desk, pilot, current(desk, record_of(desk, pilot)), click.user) or still_open(pilot)
    return refused or _step(click)(desk, pilot, draft, click)


def _add_row(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    del desk
    group = _group(draft)
    if click.value not in forms.kinds(group):
        return Refusal("old_button")
    return Opens(f"row:{group}", pilot.id, kind=click.value, args=_parent(draft, click))


def _edit_row(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    group = _group(draft)
    state = current(desk, record_of(desk, pilot))
    if click.value not in forms.row_ids(state, group):
        return Redrawn(draft)
    row = state.groups[group].rows.get(click.value)
    kind = str(row.value("kind") or "") if row else ""
    return Opens(f"row:{group}", pilot.id, row=click.value, kind=kind, args=_parent(draft, click))


def _remove_row(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    group = _group(draft)
    if click.value in current(desk, record_of(desk, pilot)).groups[group].rows:
        forms.remove_row(desk, pilot, click.user, group, click.value)
    return Redrawn(draft)


def _take_rows(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    forms.take_rows(desk, pilot, click.user, _group(draft))
    return Redrawn(draft)


def _page(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    del pilot
    page = min(int(click.value), 999) if is_number(click.value) else 0
    return _with_args(desk, draft, page=page)


def _more_fields(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    del pilot, click
    return _with_args(desk, draft, more=True)


def _not_yet(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    return answers.not_yet(desk, pilot, click.user, _group(draft), in_form=True)


def _choose(desk: Desk, pilot: Pilot, draft: Draft, click: Click) -> Step:
    """A choice that brings fields of its own; what was typed for another one is kept."""
    del pilot
    typed = {**(draft.args.get("typed") or {}), **submissions.values_of(click.view).slots}
    return _with_args(desk, draft, choice=click.value, typed=typed)


STEPS: dict[str, Callable[[Desk, Pilot, Draft, Click], Step]] = {
    "add_row": _add_row,
    "edit_row": _edit_row,
    "remove_row": _remove_row,
    "take_rows": _take_rows,
    "page": _page,
    "more_fields": _more_fields,
    "not_yet": _not_yet,
}
"""The buttons of the nine forms; in other modals ``not_yet`` is an ordinary button."""


CHOICES = {("change", "change")}
"""Fields (callback_id, action_id) whose choice brings other fields."""


def is_form_press(click: Click) -> bool:
    """Whether the press belongs to one of the nine forms or their rows, or is a choice in a small form."""
    callback = text_at(click.view, "callback_id")
    in_nine = callback.split(":")[0] in ("form", "row") and click.action_id in STEPS
    return in_nine or (callback, click.action_id) in CHOICES


def _step(click: Click) -> Callable[[Desk, Pilot, Draft, Click], Step]:
    return _choose if (text_at(click.view, "callback_id"), click.action_id) in CHOICES else STEPS[click.action_id]


def _group(draft: Draft) -> str:
    group = draft.form.split(":")[-1]
    assert group in GROUPS, draft.form
    return group


def _parent(draft: Draft, click: Click) -> dict[str, str]:
    return {"parent": draft.token, "view": text_at(click.view, "id")}


def _with_args(desk: Desk, draft: Draft, **args: object) -> Redrawn:
    draft.args = {**draft.args, **args}
    desk.session.add(draft)
    return Redrawn(draft)
