"""The small forms of Tuesdays: change, away, hand over, a new launch date."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.readiness.facts import Value
from bot.slack.pages.blocks import Block, bold, option, plain
from bot.slack.pages.forms import elements
from bot.slack.pages.forms.frame import TITLE, DraftRef, ViewDict
from bot.slack.pages.forms.small import field, lines, says, small_form
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import person, pilot_name
from bot.slack.pages.words.tuesday import CHANGE, WHAT
from bot.work.checkins.answers import MOST_AWAY_DAYS
from bot.work.view import View

Typed = Mapping[str, Value]


def change_form(view: View, draft: DraftRef, choice: str = "", typed: Typed | None = None) -> ViewDict:
    """``change``: hand over, something changed, or not mine; the fields of ``choice`` stand below it ("" for none yet).

    ``typed``: what was typed so far, also for another choice.
    """
    given = typed or {}
    radios = [option(words.title, key, words.more) for key, words in CHANGE.items()]
    chosen = field("change", elements.radio("change", radios, choice), optional=False) | {"dispatch_action": True}
    below = FIELDS[choice](given) if choice in FIELDS else []
    form = small_form("change", draft, [says("change", pilot=bold(pilot_name(view))), chosen, *below])
    return form | {"submit": plain(CHANGE[choice].submit, TITLE)} if choice in CHANGE else form


def _hand_over(given: Typed) -> list[Block]:
    return [field("hand_over", elements.user_select("user", given.get("user")), optional=False)]


def _changed(given: Typed) -> list[Block]:
    what = elements.choose_one("what", WHAT, given.get("what"))
    return [field("change", what, optional=False), field("change", lines("words", given.get("words")))]


def _not_mine(given: Typed) -> list[Block]:
    return [field("not_mine", lines("words", given.get("words")))]


FIELDS: dict[str, Callable[[Typed], list[Block]]] = {
    "hand_over": _hand_over,
    "changed": _changed,
    "not_mine": _not_mine,
}
"""The fields that belong to each choice of ``change``."""


def away_form(view: View, draft: DraftRef, user: str) -> ViewDict:
    """``away``: until when the owner is away."""
    last = day(view.today + timedelta(days=MOST_AWAY_DAYS), view.today)
    until = field("away", elements.date_picker("until"), optional=False, last=last)
    return small_form("away", draft, [says("away", pilot=bold(pilot_name(view)), owner=person(view, user)), until])


def hand_over_form(view: View, draft: DraftRef) -> ViewDict:
    """``hand_over``: to whom."""
    whom = field("hand_over", elements.user_select("user"), optional=False)
    return small_form("hand_over", draft, [says("hand_over", pilot=bold(pilot_name(view))), whom])


def new_date_form(view: View, draft: DraftRef) -> ViewDict:
    """``new_date``: when it is to go live instead."""
    planned = view.pilot.launch_on.isoformat() if view.pilot.launch_on else None
    on = field("new_date", elements.date_picker("launch_on", planned), optional=False)
    return small_form("new_date", draft, [says("new_date", pilot=bold(pilot_name(view))), on])
