"""From an outcome to the person: a sentence, a page, or a form that opens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from slack_sdk.errors import SlackApiError

from bot.readiness.facts import Value
from bot.records import members, pilots, posts
from bot.records.tables import Draft
from bot.slack.form_views import OF_LETTERS, Drawing, build, of_letter
from bot.slack.lists import TROUBLE
from bot.slack.office import Office
from bot.slack.outcome import Opens, Outcome, Shows
from bot.slack.pages import outcomes
from bot.slack.pages.blocks import Message
from bot.slack.pages.forms import ViewDict, said
from bot.work import forms, people
from bot.work.authority import may_answer
from bot.work.desk import Desk
from bot.work.forms import Conflict
from bot.work.results import Done, Refusal
from bot.work.views import view_of

log = structlog.get_logger(__name__)


def answer(office: Office, outcome: Outcome, user: str) -> Message:
    """The page that says the outcome to ``user``."""
    with office.reading_desk() as desk:
        if isinstance(outcome, Shows):
            return outcome.page(desk)
        if isinstance(outcome, Opens):
            return outcomes.open_by_button(outcome.form, outcome.pilot)
        names = _names(desk, office.workspace, user, outcome.values)
        return outcomes.sentence(outcome, names, _about(office, desk, outcome, user))


def words_of(page: Message) -> str:
    """What a page says without its buttons, for a modal, where they would be words only."""
    said = [block["text"]["text"] for block in page.blocks if block["type"] == "section"]
    return "\n".join(said) or page.text


def _about(office: Office, desk: Desk, outcome: Done | Refusal, user: str) -> outcomes.About | None:
    """The pilot that a refusal speaks of, if its reader may know how it stands: who may answer, or was ever asked."""
    number = outcome.values.get("pilot")
    pilot = pilots.get(desk.session, desk.team, number) if isinstance(number, int) else None
    if pilot is None or isinstance(outcome, Done):
        return None
    view = replace(view_of(desk, pilot), address=office.address)
    may = may_answer(desk, pilot, view.state, user) is None
    was_asked = any(post.user == user for post in posts.of_pilot(desk.session, desk.team, pilot.id or 0))
    return outcomes.About(view, may_remind=may) if may or was_asked else None


def _names(desk: Desk, workspace: str, user: str, values: Mapping[str, Any]) -> outcomes.Names:
    """The names of the people whose ids stand in ``values``, and today where the reader is."""
    ids = [value for value in values.values() if isinstance(value, str)]
    known = {row.user: row.name or row.display_name for row in members.among(desk.session, desk.team, ids)}
    today = desk.now.astimezone(ZoneInfo(people.zone_of(desk, user))).date()
    return outcomes.Names(known, workspace, today)


def opened(office: Office, opens: Opens, user: str, trigger: str, pushed: bool = False) -> bool:
    """Open (or push) the form; False when Slack does not take it any more, since the trigger lives three seconds."""
    if not trigger:
        return False
    view = view_for(office, opens, user)
    call = office.client.views_push if pushed else office.client.views_open
    try:
        call(trigger_id=trigger, view=view)
    except TROUBLE as error:
        log.warning("form_not_opened", form=opens.form, error=_reason(error))
        return False
    return True


def pushed(office: Office, trigger: str, page: Message) -> bool:
    """Say something above the open form; False when Slack does not take it any more."""
    try:
        office.client.views_push(trigger_id=trigger, view=said(words_of(page)))
    except TROUBLE as error:
        log.info("not_said_above_form", error=_reason(error))
        return False
    return True


def view_for(office: Office, opens: Opens, user: str) -> ViewDict:
    """The form's view, with a draft of its own."""
    with office.desk() as desk:
        pilot = pilots.get(desk.session, desk.team, opens.pilot) if opens.pilot else None
        draft = forms.open_form(desk, pilot, user, opens.form, row=opens.row, kind=opens.kind, args=dict(opens.args))
    return drawn(office, draft)


def drawn(
    office: Office, draft: Draft, typed: Mapping[str, Value] | None = None, conflict: Conflict | None = None
) -> ViewDict:
    """A draft's form as it is now, with what was typed so far."""
    with office.reading_desk() as desk:
        if draft.form in OF_LETTERS:
            return of_letter(desk, draft, office.address)
        pilot = pilots.get(desk.session, desk.team, draft.pilot) if draft.pilot else None
        view = view_of(desk, pilot) if pilot else None
    most = office.pace.numbers.shipped_anyway_max_days
    return build(view, Drawing(draft, typed or {}, conflict, most))


def redraw(office: Office, view_id: str, view: ViewDict) -> None:
    """Show an open form anew; that it was closed meanwhile is nobody's fault."""
    try:
        office.client.views_update(view_id=view_id, view=view)
    except TROUBLE as error:
        log.info("form_not_redrawn", error=_reason(error))


def _reason(error: Exception) -> str:
    """Slack's error code, else what kind of trouble it was."""
    return str(error.response.get("error", "")) if isinstance(error, SlackApiError) else type(error).__name__
