"""From a draft to the form it stands for: one line per callback_id."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.readiness.facts import Value
from bot.records.tables import Draft
from bot.slack.pages import forms as pages
from bot.slack.pages.forms import DraftRef, ViewDict
from bot.work import forms
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

    def about(self, index: int = 0) -> str:
        """What the form was opened about."""
        found = self.draft.args.get("about") or []
        return str(found[index]) if isinstance(found, list) and index < len(found) else ""


def build(view: View | None, drawing: Drawing) -> ViewDict:
    """The form of the draft, made from ``view`` (None only for the form that starts a pilot)."""
    draft = drawing.draft
    if view is None:
        return pages.start_form(drawing.ref, draft.user, str(draft.args.get("channel") or ""))
    return FORMS[draft.form.split(":")[0]](view, drawing)


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
}
"""Every form about a pilot, by the first part of its callback_id."""
