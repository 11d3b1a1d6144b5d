"""Everything else that can be done with a pilot: a button and one line each."""

from __future__ import annotations

from bot.readiness.codes import Code
from bot.readiness.rules.people import REVIEWER, needs_right
from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Block, bold, context, section
from bot.slack.pages.forms.frame import DraftRef, ViewDict
from bot.slack.pages.forms.small import small_form
from bot.slack.pages.forms.small_words import MORE
from bot.slack.pages.words.checks import GROUPS, ROLES
from bot.slack.pages.words.dates import clock, day
from bot.slack.pages.words.people import first_name, person, pilot_name
from bot.work.saving import last_save
from bot.work.view import View


def more_view(view: View, draft: DraftRef) -> ViewDict:
    """``more``: only what can be done now; who may do it is decided when it is pressed."""
    blocks = [context(bold(pilot_name(view))), *_waiting(view), *(_line(view, key) for key in _now(view)), *_undo(view)]
    return small_form("more", draft, blocks, sends=False)


def _now(view: View) -> list[str]:
    """The buttons that need no argument, in their order."""
    if view.pilot.state == "retired":
        return ["reopen", "get_record"]
    live = [] if standing.live_since(view) else ["live"]
    owned = ["checkin_now"] if standing.said_yes(view, "owner") else []
    asking = [*owned, "incident", "habits", "settings"]
    return ["change_details", "get_record", *live, *asking, "lead", "rename", "move", "retire"]


def _waiting(view: View) -> list[Block]:
    """What waits for somebody's press: requests to repeat, a right to give, an agreement."""
    if view.pilot.state == "retired":
        return []
    asked = [_remind(view, role, user) for role, user in standing.still_out(view)]
    given = [_line(view, "given_now", "reviewer")] if needs_right(view.state, REVIEWER) else []
    found = view.verdict.feeds["replacement"].findings
    open_agreement = any(finding.code == Code.NOTHING_NEEDED_NOT_AGREED for finding in found)
    return [*asked, *given, *([_line(view, "agree_nothing")] if open_agreement else [])]


def _remind(view: View, role: str, user: str) -> Block:
    words, line = MORE["remind"]
    label = words.format(first=first_name(view, user))
    text = line.format(who=person(view, user), role=ROLES[role])
    return section(f"{text}", presses.press(view, label, "remind", role), block_id=f"more:remind:{role}")


def _undo(view: View) -> list[Block]:
    """[Undo last save], of the save that is the latest now: whose it is, of what, and when."""
    number = last_save(view.state)
    fact = view.facts.get(number)
    if fact is None:
        return [_line(view, "undo_save", str(number))] if number else []
    on = "" if view.record.day(fact.at) == view.today else f"{day(view.record.day(fact.at), view.today)}, "
    whose = f"{person(view, fact.by)}'s save of {GROUPS[fact.group]}, {on}{clock(fact.at, view.pilot.zone)}"
    label, text = MORE["undo_save"]
    button = presses.press(view, label, "undo_save", str(number))
    return [section(f"{whose}: {text}", button, block_id="more:undo_save")]


def _line(view: View, key: str, *args: str) -> Block:
    label, text = MORE[key]
    return section(text[0].upper() + text[1:], presses.press(view, label, key, *args), block_id=f"more:{key}")
