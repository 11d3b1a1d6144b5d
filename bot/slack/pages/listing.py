"""``list``: the pilots of a channel, or all that the reader may see, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from bot.slack.pages import presses, standing
from bot.slack.pages.blocks import Message, bold, context, section
from bot.slack.pages.shape import message, note
from bot.slack.pages.words.checks import CHECKS, counted
from bot.slack.pages.words.dates import day
from bot.slack.pages.words.people import joined, person, pilot_name
from bot.work.view import View

MOST = 20
NOT_READY = "not ready"
FILTERS = {"blocked": " held up", "ready": " ready", "live": " live", "all": ", retired ones too"}
EMPTY = {
    "blocked": "No pilot is held up here.",
    "ready": "No pilot is ready here.",
    "live": "No pilot is live here.",
}
FIRST = "There is no pilot here yet. `/shipready start` and a name opens the first."


def listing(views: Sequence[View], chosen: str = "", *, everywhere: bool = False) -> Message:
    """The pilots given, those held up with the nearest launch first. ``chosen``: the filter word, "" for none."""
    if not views:
        return note(EMPTY.get(chosen, FIRST))
    shown = sorted(views, key=_order)[:MOST]
    head = f"*{counted(len(views), 'pilot').capitalize()}{FILTERS.get(chosen, '')}*"
    blocks = [section(head), *(section(_line(view, everywhere), accessory=presses.status(view)) for view in shown)]
    rest = len(views) - len(shown)
    small = [f"{counted(rest, 'more pilot').capitalize()}: add a word to see fewer"] if rest else []
    words = "Words that choose: blocked, ready, live, all, everywhere"
    return message("", [*blocks, context(" · ".join([*small, words]))])


def state_line(view: View) -> str:
    """Where a pilot stands, in a few words: ``not ready: owner and access · launch on 14 December``."""
    if view.pilot.state == "retired":
        return "retired"
    word = state_word(view)
    state = f"{word}: {_reasons(view)}" if word == NOT_READY else word
    parts = [*(["on hold"] if view.pilot.hold else []), state]
    since, launch = standing.live_since(view), view.pilot.launch_on
    if since:
        parts.append(f"live since {day(since, view.today)}")
    elif launch:
        parts.append(f"launch on {day(launch, view.today)}")
    return " · ".join(parts)


def state_word(view: View) -> str:
    """Where it stands without the reasons: ``ready``, ``not ready``, ``shipped anyway, decided by …``, ``retired``."""
    if view.pilot.state == "retired":
        return "retired"
    if view.verdict.ready:
        return "ready"
    decided = standing.shipped_anyway(view)
    if decided:
        who = person(view, standing.decider(decided))
        return f"shipped anyway, decided by {who}, until {day(decided.until, view.today)}"
    return NOT_READY


def _reasons(view: View) -> str:
    names = [CHECKS[gate.key] for gate in view.verdict.blockers]
    return joined(names if len(names) <= 3 else [*names[:2], f"{len(names) - 2} more"])


def _line(view: View, everywhere: bool) -> str:
    place = f" · <#{view.pilot.channel}>" if everywhere else ""
    return f"{bold(pilot_name(view))} (p{view.id}){place}\n{state_line(view)}"


def _order(view: View) -> tuple[bool, bool, str, str]:
    launch = view.pilot.launch_on.isoformat() if view.pilot.launch_on else "9999"
    return (view.pilot.state == "retired", view.verdict.ready, launch, view.pilot.name_key)
