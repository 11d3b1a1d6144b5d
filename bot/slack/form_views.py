"""From a draft to the form it stands for: one line per callback_id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.readiness.facts import Value
from bot.records import letters
from bot.records.tables import Draft
from bot.slack.pages import forms as pages
from bot.slack.pages.forms import DraftRef, ViewDict
from bot.slack.pages.tuesday.one_by_one import one_by_one
from bot.work import forms
from bot.work.checkins.letter_view import letter_view
from bot.work.desk import Desk
from bot.work.forms import Conflict
from bot.work.view import View


@dataclass(frozen=True, slots=True)
class Drawing:
    """A form about to be drawn: its draft, what was typed so far, and what somebody else saved meanwhile."""

    draft: Draft
    typed: Mapping[str, Value] = field(default_factory=dict)
    conflict: Conflict | None = None
    most_days: int = 90

    @property
    def ref(self) -> DraftRef:
        return DraftRef(self.draft.token, self.draft.revision)

    @property
    def group(self) -> str:
        return self.draft.form.split(":")[-1]

    @property
    def now(self) -> Mapping[str, Any]:
        """What held when the form was opened (``work.habits.Shown``)."""
        found = self.draft.args.get("now")
        return found if isinstance(found, Mapping) else {}

    def about(self, index: int = 0) -> str:
        """What the form was opened about."""
        found = self.draft.args.get("about") or []
        return str(found[index]) if isinstance(found, list) and index < len(found) else ""


def build(view: View | None, drawing: Drawing) -> ViewDict:
    """The form of the draft, made from ``view`` (None for the forms that are about no pilot)."""
    if view is None:
        return OF_CHANNELS[drawing.draft.form](drawing)
    return FORMS[drawing.draft.form.split(":")[0]](view, drawing)


def _start(drawing: Drawing) -> ViewDict:
    return pages.start_form(drawing.ref, drawing.draft.user, str(drawing.draft.args.get("channel") or ""))


def _settings(drawing: Drawing) -> ViewDict:
    return pages.settings_form(drawing.ref, drawing.now, drawing.draft.opened_at.date())


OF_CHANNELS: dict[str, Callable[[Drawing], ViewDict]] = {"start": _start, "settings": _settings}
"""The forms that are about a channel instead of a pilot."""


def _group(view: View, drawing: Drawing) -> ViewDict:
    args = drawing.draft.args
    return pages.group_form(
        view,
        drawing.group,
        drawing.ref,
        forms.shown(view, drawing.group),
        page=int(args.get("page") or 0),
        more=bool(args.get("more")),
        conflict=drawing.conflict,
        typed=drawing.typed,
    )


def _row(view: View, drawing: Drawing) -> ViewDict:
    draft = drawing.draft
    values = forms.shown(view, drawing.group, draft.row) if draft.row else {}
    return pages.row_form(
        view,
        drawing.group,
        draft.row,
        draft.kind,
        drawing.ref,
        values,
        more=bool(draft.args.get("more")),
        typed=drawing.typed,
        conflict=drawing.conflict,
    )


def _change(view: View, drawing: Drawing) -> ViewDict:
    args = drawing.draft.args
    typed = {**(args.get("typed") or {}), **drawing.typed}
    return pages.change_form(view, drawing.ref, str(args.get("choice") or ""), typed)


def _owner(view: View) -> str:
    return str(view.state.groups["ownership"].value("owner") or "")


def of_letter(desk: Desk, draft: Draft, address: str) -> ViewDict:
    """The form about everything that a letter asks; ``address``: the workspace's own, for links."""
    number = draft.args.get("letter")
    letter = letters.get(desk.session, desk.team, number) if isinstance(number, int) else None
    assert letter is not None, "a letter stays"
    return one_by_one(letter_view(desk, letter, address), DraftRef(draft.token, draft.revision))


OF_LETTERS = {"one_by_one"}
"""The forms that are about a letter instead of a pilot."""

FORMS: dict[str, Callable[[View, Drawing], ViewDict]] = {
    "form": _group,
    "row": _row,
    "details": lambda view, drawing: pages.details_form(view, drawing.ref, drawing.typed, drawing.conflict),
    "not_yet": lambda view, drawing: pages.not_yet_form(view, drawing.ref, drawing.about()),
    "ask_someone": lambda view, drawing: pages.ask_someone_form(view, drawing.ref, drawing.about()),
    "decline": lambda view, drawing: pages.decline_form(view, drawing.ref, drawing.about()),
    "not_quite": lambda view, drawing: pages.not_quite_form(view, drawing.ref),
    "other_question": lambda view, drawing: pages.other_question_form(view, drawing.ref),
    "which_question": lambda view, drawing: pages.which_question_form(view, drawing.ref),
    "save_all": lambda view, drawing: pages.save_all_form(view, drawing.ref, anew=bool(drawing.draft.args.get("anew"))),
    "checks": lambda view, drawing: pages.checks_view(view, drawing.ref),
    "more": lambda view, drawing: pages.more_view(view, drawing.ref),
    "incident": lambda view, drawing: pages.incident_form(view, drawing.ref),
    "shipped_anyway": lambda view, drawing: pages.shipped_anyway_form(
        view, drawing.ref, drawing.draft.user, drawing.most_days
    ),
    "rename": lambda view, drawing: pages.rename_form(view, drawing.ref),
    "move": lambda view, drawing: pages.move_form(view, drawing.ref),
    "lead": lambda view, drawing: pages.lead_form(view, drawing.ref),
    "retire": lambda view, drawing: pages.retire_form(view, drawing.ref),
    "change": _change,
    "away": lambda view, drawing: pages.away_form(view, drawing.ref, _owner(view)),
    "hand_over": lambda view, drawing: pages.hand_over_form(view, drawing.ref),
    "new_date": lambda view, drawing: pages.new_date_form(view, drawing.ref),
    "settings": lambda _, drawing: _settings(drawing),
    "habits": lambda view, drawing: pages.habits_form(view, drawing.ref, drawing.now),
}
"""Every form about a pilot, by the first part of its callback_id."""
